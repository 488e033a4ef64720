import CanarySchedule
import Testing

@testable import CanaryService

@Suite("An agenda") struct AgendaTests {
    private static let start = 1_796_115_600  // 2026-12-01T09:00:00Z

    private static let delay = Spread.delay(of: "a", by: .rate(seconds: 60))

    /// The times at which something began, and those that were missed, of one canary.
    private struct Entries {
        var ran: [Int] = []
        var late: [Int] = []
        var missed: [Int] = []

        mutating func take(_ decisions: [Decision]) -> Bool {
            var hasBegun = false
            for decision in decisions {
                switch decision {
                case .run(_, let due, let isLate):
                    if isLate { late.append(due) } else { ran.append(due) }
                    hasBegun = true
                case .miss(_, let due, _): missed += due
                case .stop: break
                }
            }
            return hasBegun
        }
    }

    @Test(
        "has one run or one missed entry for every minute of a day, whatever the runs take and wherever nobody asks"
    )
    func day() throws {
        var agenda = Agenda()
        agenda.add(AgendaEntry("a", try Schedule("cron(* * * * ? *)"), startedAt: Self.start))
        var (entries, ends) = (Entries(), 0)
        var now = Self.start * 1000
        let end = now + 86_400_000
        while let next = agenda.nextTime, next < end {
            now = max(now + 1, next)
            // From 12:00 to 12:40 the machine sleeps.
            if (10_800_000..<13_200_000).contains(now - Self.start * 1000) {
                now = Self.start * 1000 + 13_200_000
            }
            if ends <= now { agenda.end("a") }
            if entries.take(agenda.decisions(at: now)) {
                // Each seventh run takes more than two minutes.
                ends = now + (entries.ran.count % 7 == 0 ? 130_000 : 5000)
            }
        }
        let minutes = (0..<1440).map { Self.start + $0 * 60 }
        #expect(Set(entries.ran).isDisjoint(with: entries.missed))
        #expect((entries.ran + entries.missed).sorted() == minutes)
        #expect(entries.late.count == 1)
        #expect(entries.missed.count > 39 && entries.ran.count > 900)
    }

    @Test("runs at the start and then by the rate, each time after the same delay")
    func rate() throws {
        var agenda = Agenda()
        agenda.add(AgendaEntry("a", .rate(seconds: 60), startedAt: Self.start))
        #expect(agenda.nextTime == Self.start * 1000 + Self.delay)
        #expect(agenda.decisions(at: Self.start * 1000 + Self.delay - 1) == [])
        for minute in 0..<3 {
            let due = Self.start + minute * 60
            #expect(agenda.decisions(at: due * 1000 + Self.delay) == [.run("a", due: due, isLate: false)])
            #expect(agenda.decisions(at: due * 1000 + Self.delay + 10) == [])
            agenda.end("a")
        }
    }

    @Test("misses what is due while the run before goes on, and says so")
    func overlap() {
        var agenda = Agenda()
        agenda.add(AgendaEntry("a", .rate(seconds: 60), startedAt: Self.start))
        _ = agenda.decisions(at: Self.start * 1000 + Self.delay)
        let due = Self.start + 60
        #expect(agenda.decisions(at: due * 1000 + Self.delay) == [.miss("a", due: [due], reason: .overlap)])
        agenda.end("a")
        #expect(
            agenda.decisions(at: (due + 60) * 1000 + Self.delay) == [.run("a", due: due + 60, isLate: false)]
        )
    }

    @Test("makes up for a time when the service was down by one run, and counts what was missed")
    func down() {
        var agenda = Agenda()
        // rate(1 hour), started 23:30; down from 00:10 to 03:40.
        let start = Self.start
        agenda.add(AgendaEntry("a", .rate(seconds: 3600), startedAt: start, after: start))
        let now = (start + 4 * 3600 + 600) * 1000
        let missed = (1...4).map { start + $0 * 3600 }
        #expect(
            agenda.decisions(at: now) == [
                .miss("a", due: missed, reason: .down), .run("a", due: now / 1000, isLate: true),
            ]
        )
        agenda.end("a")
        #expect(agenda.nextTime.map { $0 / 1000 / 60 } == (start + 5 * 3600) / 60)
    }

    @Test("goes on at once where the clock is set back, and misses a day where it is set forward")
    func clock() {
        var agenda = Agenda()
        agenda.add(AgendaEntry("a", .rate(seconds: 60), startedAt: Self.start))
        let time = { (minute: Int) in (Self.start + minute * 60) * 1000 + Self.delay }
        _ = agenda.decisions(at: time(90))
        agenda.end("a")
        _ = agenda.decisions(at: time(30))
        let back = agenda.decisions(at: time(31))
        #expect(back == [.run("a", due: Self.start + 31 * 60, isLate: false)], "\(back)")
        agenda.end("a")
        let forward = agenda.decisions(at: time(31 + 1440))
        guard case .miss(_, let due, .down)? = forward.first else {
            Issue.record("\(forward)")
            return
        }
        #expect(due.count == 1439 && forward.count == 2)
    }

    @Test(
        "stops after its duration, at whose end it runs a last time, and after the one run of rate(0 minute)"
    )
    func stops() {
        var agenda = Agenda()
        agenda.add(AgendaEntry("a", .rate(seconds: 300), startedAt: Self.start, for: 600))
        agenda.add(AgendaEntry("once", .once, startedAt: Self.start))
        #expect(
            agenda.decisions(at: Self.start * 1000) == [
                .run("once", due: Self.start, isLate: false), .stop("once"),
            ]
        )
        var entries = Entries()
        var hasStopped = false
        while let next = agenda.nextTime {
            let decisions = agenda.decisions(at: next)
            _ = entries.take(decisions)
            hasStopped = decisions.contains(.stop("a"))
            agenda.end("a")
        }
        #expect(entries.ran == [0, 300, 600].map { Self.start + $0 } && hasStopped)
        #expect(agenda.names == ["a", "once"])
        agenda.remove("a")
        #expect(agenda.names == ["once"] && agenda.nextTime == nil)
    }

    @Test("of a thousand canaries begins those of one schedule evenly, and is asked without delay")
    func thousand() {
        var agenda = Agenda()
        for number in 0..<1000 {
            agenda.add(AgendaEntry("canary-\(number)", .rate(seconds: 60), startedAt: Self.start))
        }
        var perSecond: [Int: Int] = [:]
        var count = 0
        while let next = agenda.nextTime, next < (Self.start + 60) * 1000 {
            let begun = agenda.decisions(at: next).count
            perSecond[next / 1000, default: 0] += begun
            count += begun
        }
        #expect(count == 1000 && (perSecond.values.max() ?? 0) < 40)
    }
}
