import CanarySchedule

/// A canary on the agenda.
struct AgendaEntry {
    /// Its name.
    let name: String
    private let schedule: Schedule
    private let zone: TimeZoneRules
    /// When it was started, in seconds since 1970.
    private let start: Int
    /// The last time at which it may run, in seconds since 1970; `nil`: there is none.
    private let end: Int?
    /// How long after its time it begins, in ms.
    private let delay: Int
    /// When it is due next, in seconds since 1970.
    private var nextDue: Int?
    /// Whether a run of it goes on.
    var isRunning = false

    /// Makes an entry.
    ///
    /// - Parameters:
    ///   - name: The canary's name, which its delay is made of.
    ///   - schedule: When it runs.
    ///   - zone: The time zone of that.
    ///   - start: When it was started, in seconds since 1970.
    ///   - duration: For how many seconds it runs from then on; `nil`: until it is stopped.
    ///   - last: The last time that was run or missed, in seconds since 1970; `nil`: none was.
    init(
        _ name: String,
        _ schedule: Schedule,
        in zone: TimeZoneRules = .utc,
        startedAt start: Int,
        for duration: Int? = nil,
        after last: Int? = nil
    ) {
        (self.name, self.schedule, self.zone, self.start) = (name, schedule, zone, start)
        end = duration.map { start + $0 }
        delay = Spread.delay(of: name, by: schedule)
        nextDue = due(after: last ?? start - 1)
    }

    /// When it begins next, in ms since 1970.
    var nextTime: Int? { nextDue.map(time(of:)) }

    /// When what is due at a time begins, in ms since 1970.
    func time(of due: Int) -> Int { due * 1000 + delay }

    /// Whether its time is over.
    func isOver(at now: Int) -> Bool { end.map { now / 1000 > $0 } ?? false }

    /// Takes the times that have come.
    mutating func takeDue(by now: Int) -> [Int] {
        var taken: [Int] = []
        while let next = nextDue, time(of: next) <= now {
            taken.append(next)
            nextDue = due(after: next)
        }
        return taken
    }

    /// Forgets what it has run, as the clock was set back: it goes on from this time.
    mutating func startAgain(after now: Int) {
        if nextDue != nil { nextDue = due(after: now / 1000 - delay / 1000) }
    }

    private func due(after time: Int) -> Int? {
        guard let next = schedule.next(after: time, startedAt: start, in: zone) else { return nil }
        return end.map { next <= $0 } ?? true ? next : nil
    }
}
