extension CronExpression {
    /// The next time in a time zone, in seconds since 1970.
    ///
    /// A local time that is skipped comes at the end of the gap, and one that is doubled once, the first time. A schedule for
    /// every hour goes on through both as if there were neither.
    ///
    /// - Parameters:
    ///   - time: The time after which it is.
    ///   - zone: The time zone.
    /// - Returns: The time; `nil` where there is none.
    public func next(after time: Int, in zone: TimeZoneRules) -> Int? {
        isForEveryHour ? continuous(after: time, in: zone) : local(after: time, in: zone)
    }

    private func local(after time: Int, in zone: TimeZoneRules) -> Int? {
        var civil = CivilTime(seconds: time + zone.offset(at: time))
        while let next = next(after: civil) {
            let found = zone.time(of: next.seconds)
            if found > time { return found }
            civil = next
        }
        return nil
    }

    private func continuous(after time: Int, in zone: TimeZoneRules) -> Int? {
        var time = time
        while true {
            let offset = zone.offset(at: time + 1)
            guard let next = next(after: CivilTime(seconds: time + offset)) else { return nil }
            let found = next.seconds - offset
            guard let change = zone.change(after: time + 1), change <= found else { return found }
            time = change - 1
        }
    }
}
