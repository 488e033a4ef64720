/// What is to run when: pure of clocks and processes, which ask it and tell it.
///
/// Runs of one canary never overlap. What was due while nobody asked, as the machine slept or the service was down, is
/// missed, and one run makes up for all of it.
struct Agenda {
    /// So much later than its time a run may begin and still be that of its time, in ms.
    private static let tolerance = 30_000
    /// A clock that goes back by more than this was set, in ms.
    private static let clockTolerance = 2000

    private var entries: [String: AgendaEntry] = [:]
    private var lastAsked: Int?

    /// The canaries on it.
    var names: [String] { entries.keys.sorted() }

    /// Takes a canary in, in place of one of its name.
    mutating func add(_ entry: AgendaEntry) { entries[entry.name] = entry }

    /// Takes a canary off; a run of it goes on.
    mutating func remove(_ name: String) { entries[name] = nil }

    /// A run of a canary has ended.
    mutating func end(_ name: String) { entries[name]?.isRunning = false }

    /// When to ask next, in ms since 1970; `nil` where nothing is due any more.
    var nextTime: Int? { entries.values.compactMap(\.nextTime).min() }

    /// What is to be done at a time.
    ///
    /// - Parameter now: In ms since 1970.
    /// - Returns: The decisions, by the time at which they were due, then by name. A canary that is to run counts as running
    ///   until ``end(_:)``.
    mutating func decisions(at now: Int) -> [Decision] {
        if let lastAsked, now < lastAsked - Self.clockTolerance {
            for name in entries.keys { entries[name]?.startAgain(after: now) }
        }
        lastAsked = now
        var decisions: [(time: Int, Decision)] = []
        for name in entries.keys.sorted() {
            guard let time = entries[name]?.nextTime, time <= now else { continue }
            for decision in decide(name, at: now) { decisions.append((time, decision)) }
        }
        return decisions.sorted { $0.time < $1.time }.map(\.1)
    }

    private mutating func decide(_ name: String, at now: Int) -> [Decision] {
        guard var entry = entries[name] else { return [] }
        let due = entry.takeDue(by: now)
        defer { entries[name] = entry }
        var decisions: [Decision] = []
        let late = due.filter { entry.time(of: $0) < now - Self.tolerance }
        if !late.isEmpty { decisions.append(.miss(name, due: late, reason: .down)) }
        let onTime = due.dropFirst(late.count)
        if entry.isRunning {
            if !onTime.isEmpty { decisions.append(.miss(name, due: Array(onTime), reason: .overlap)) }
        } else if let last = onTime.last {
            // Of several at once, which only a rate of seconds has, the last one runs.
            if onTime.count > 1 {
                decisions.append(.miss(name, due: Array(onTime.dropLast()), reason: .down))
            }
            decisions.append(.run(name, due: last, isLate: false))
            entry.isRunning = true
        } else if !late.isEmpty, !entry.isOver(at: now) {
            decisions.append(.run(name, due: now / 1000, isLate: true))
            entry.isRunning = true
        }
        if entry.nextTime == nil { decisions.append(.stop(name)) }
        return decisions
    }
}
