/// When a canary runs, as CloudWatch Synthetics writes it: `rate(5 minutes)`, `cron(0 10 * * ? *)`.
///
/// Times are whole seconds since 1970 in UTC.
public enum Schedule: Sendable, Hashable {
    /// Every so many seconds, from the start of the canary on.
    case rate(seconds: Int)
    /// Once, when the canary is started: `rate(0 minute)`.
    case once
    /// At the times of a calendar.
    case cron(CronExpression)

    /// The next time to run.
    ///
    /// - Parameters:
    ///   - time: The time after which it is, not at which.
    ///   - start: When the canary was started: what a rate counts from, and its first time itself.
    ///   - zone: The time zone of a cron expression.
    /// - Returns: The time; `nil` where there is none any more.
    public func next(after time: Int, startedAt start: Int, in zone: TimeZoneRules = .utc) -> Int? {
        switch self {
        case .once: start > time ? start : nil
        case .rate(let seconds): time < start ? start : start + ((time - start) / seconds + 1) * seconds
        case .cron(let cron): cron.next(after: time, in: zone)
        }
    }

    /// How many seconds there are between two runs of a rate; `nil` for others.
    public var interval: Int? { if case .rate(let seconds) = self { seconds } else { nil } }
}
