/// A time zone: how far its local time is from UTC, at any time.
///
/// From a file of the time zone database (RFC 9636): its changes, and the rule that goes on after the last of them.
public struct TimeZoneRules: Sendable, Hashable {
    /// The name: `Europe/Vienna`.
    public let name: String
    /// When the offset changes, and to what, in order.
    private let changes: [Change]
    /// The offset before the first change, in seconds.
    private let initial: Int
    /// What holds after the last change.
    private let rule: RecurringChange?

    /// A time at which the offset changes.
    struct Change: Sendable, Hashable {
        /// In seconds since 1970.
        let time: Int
        /// From then on, in seconds east of UTC.
        let offset: Int
    }

    /// UTC, which no file is needed for.
    public static let utc = TimeZoneRules(name: "UTC", changes: [], initial: 0, rule: nil)

    init(name: String, changes: [Change], initial: Int, rule: RecurringChange?) {
        (self.name, self.changes, self.initial, self.rule) = (name, changes, initial, rule)
    }

    /// How many seconds local time is before UTC, at a time in seconds since 1970.
    public func offset(at time: Int) -> Int {
        let index = indexAfter(time)
        if index == changes.count, let rule { return rule.offset(at: time) }
        return index == 0 ? initial : changes[index - 1].offset
    }

    /// The first change after a time; `nil` where there is none.
    func change(after time: Int) -> Int? {
        let index = indexAfter(time)
        if index < changes.count { return changes[index].time }
        return rule?.change(after: time)
    }

    /// The time that a local time means: the end of the gap where it is skipped, the first time where it is doubled.
    ///
    /// - Parameter local: The local time, as seconds since 1970 would be in UTC.
    /// - Returns: The time, in seconds since 1970.
    public func time(of local: Int) -> Int {
        // No offset is longer than a day, so that both that hold around the time are found.
        let offsets = [offset(at: local - 86_400), offset(at: local + 86_400)]
        let times = offsets.map { local - $0 }.filter { $0 + offset(at: $0) == local }
        if let first = times.min() { return first }
        return change(after: local - 86_400 - (offsets.max() ?? 0)).map { gapEnd($0, local) } ?? local
            - offsets[0]
    }

    /// The end of the gap that a local time lies in, looked for from a change on.
    private func gapEnd(_ change: Int, _ local: Int) -> Int {
        var change = change
        while change + offset(at: change) <= local, let next = self.change(after: change) { change = next }
        return change
    }

    /// The number of changes that are not after a time.
    private func indexAfter(_ time: Int) -> Int {
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].time <= time { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
