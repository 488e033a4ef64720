public import CanarySchedule

/// How a canary runs: what it says itself, or what the service says of all.
public struct CanarySettings: Sendable, Hashable {
    /// When it runs.
    public var schedule: Schedule?
    /// The schedule as it is written.
    public var writtenSchedule = ""
    /// The time zone of a cron expression.
    public var timeZone = TimeZoneRules.utc
    /// Whether it runs at all.
    public var isEnabled = true
    /// How long after its start it stops; `nil`: not by itself.
    public var duration: Duration?
    /// Variables of the environment that its runs have beside those of the service.
    public var environment: [String: String] = [:]
    /// The names of variables of the service's environment that its runs get as secrets.
    public var secrets: [String] = []
    /// Values for its flow, as `--var` gives them.
    public var variables: [String: String] = [:]
    /// How long a run may take; `nil`: as the flow says.
    public var timeout: Duration?
    /// The memory that a run may take with its browser, in bytes; `nil`: any.
    public var memory: Int?
    /// How often a run that did not pass is repeated; `nil`: as the flow says.
    public var retries: Int?
    /// Words to find it by.
    public var tags: [String] = []
    /// What it is shown with.
    public var group: String?
    /// How long its runs are kept.
    public var retention = Retention()
    /// Whether results of runs that passed are kept of requests too.
    public var keepsAll = false

    /// Makes the settings of a service that says nothing.
    public init() {}

    /// The next times at which it runs.
    ///
    /// - Parameters:
    ///   - time: After this, in seconds since 1970, which a rate counts from.
    ///   - count: How many at the most.
    /// - Returns: The times, in seconds since 1970.
    public func times(after time: Int, count: Int) -> [Int] {
        var (times, last) = ([Int](), time)
        while times.count < count, let next = schedule?.next(after: last, startedAt: time, in: timeZone) {
            times.append(next)
            last = next
        }
        return times
    }
}
