import Foundation
import Testing

@testable import CanarySchedule

@Suite("The rules of a time zone") struct TimeZoneRulesTests {
    private static func seconds(_ text: String) throws -> Int {
        Int(try Date(text, strategy: .iso8601).timeIntervalSince1970)
    }

    private static func written(_ seconds: Int) -> String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    }

    /// Zone, expression, a time, and those after it.
    ///
    /// In Vienna clocks went from 2 to 3 on 2026-03-29 and go from 3 to 2
    /// on 2026-10-25; in Lord Howe they move by half an hour, on 2026-04-05 and 2026-10-04.
    private static let vectors: [(String, String, String, [String])] = [
        (
            "Europe/Vienna", "30 2 * * ? *", "2026-03-28T00:00:00Z",
            ["2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z"]
        ),
        (
            "Europe/Vienna", "30 2 * * ? *", "2026-10-24T00:00:00Z",
            ["2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z"]
        ),
        (
            "Europe/Vienna", "0/30 1-3 * * ? *", "2026-03-29T00:15:00Z",
            ["2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z", "2026-03-29T23:00:00Z"]
        ),
        (
            "America/New_York", "0 9 ? * MON-FRI *", "2026-03-06T15:00:00Z",
            ["2026-03-09T13:00:00Z", "2026-03-10T13:00:00Z"]
        ),
        (
            "Europe/Vienna", "0/30 * * * ? *", "2026-10-25T00:15:00Z",
            ["2026-10-25T00:30:00Z", "2026-10-25T01:00:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:00:00Z"]
        ),
        (
            "Europe/Vienna", "0/30 * * * ? *", "2026-03-29T00:15:00Z",
            ["2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z", "2026-03-29T01:30:00Z"]
        ),
        (
            "Australia/Lord_Howe", "15 2 * * ? *", "2026-10-03T00:00:00Z",
            ["2026-10-03T15:30:00Z", "2026-10-04T15:15:00Z"]
        ),
        (
            "Asia/Kolkata", "0 0 * * ? *", "2026-11-30T00:00:00Z",
            ["2026-11-30T18:30:00Z", "2026-12-01T18:30:00Z"]
        ),
    ]

    @Test(
        "give a schedule's local times: at the end of a gap, and once where they are doubled",
        arguments: vectors
    )
    func next(zone: String, fields: String, from: String, times: [String]) throws {
        let rules = try TimeZoneRules(named: zone)
        let schedule = try Schedule("cron(\(fields))")
        var time = try Self.seconds(from)
        for expected in times {
            time = try #require(schedule.next(after: time, startedAt: 0, in: rules))
            #expect(Self.written(time) == expected)
        }
    }

    @Test(
        "agree with the system's for every hour of 80 years",
        arguments: [
            "Europe/Vienna", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca", "Asia/Kathmandu",
        ]
    )
    func offsets(name: String) throws {
        let rules = try TimeZoneRules(named: name)
        let zone = try #require(TimeZone(identifier: name))
        for time in stride(from: 0, to: 80 * 365 * 86_400, by: 3600 * 7) {
            let date = Date(timeIntervalSince1970: Double(time))
            guard rules.offset(at: time) != zone.secondsFromGMT(for: date) else { continue }
            Issue.record("\(date)")
            break
        }
    }

    @Test(
        "behind the last change are read as POSIX writes them",
        arguments: [
            ("UTC0", "2026-07-01T00:00:00Z", 0), ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T00:59:59Z", 3600),
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T01:00:00Z", 7200),
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-10-25T01:00:00Z", 3600),
            ("<-03>3", "2026-07-01T00:00:00Z", -10_800),
            ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-01-01T00:00:00Z", 39_600),
            ("AEST-10AEDT,M10.1.0,M4.1.0/3", "2026-07-01T00:00:00Z", 36_000),
            ("<+1030>-10:30<+11>-11,M10.1.0,M4.1.0", "2026-01-01T00:00:00Z", 39_600),
            ("EST5EDT,J60,J300", "2028-02-29T12:00:00Z", -18_000),
            ("EST5EDT,J60,J300", "2028-03-01T12:00:00Z", -14_400),
            ("EST5EDT,59,299", "2028-02-29T12:00:00Z", -14_400),
        ]
    )
    func rule(text: String, time: String, offset: Int) throws {
        let rule = try #require(RecurringChange(text))
        #expect(rule.offset(at: try Self.seconds(time)) == offset)
    }

    @Test("are refused where the name is none, or leads out of the database")
    func unknown() {
        for name in [
            "Europe/Atlantis", "../../etc/passwd", "/etc/localtime", "", "Europe/Vienna/x", "Europe",
        ] {
            #expect(throws: TimeZoneRules.Unknown.self, "\(name)") { try TimeZoneRules(named: name) }
        }
        for text in ["", "X", "CET", "CET-1CEST", "CET-1CEST,M13.5.0,M10.5.0", "CET-1CEST,M3.5.0,M10.5.0/3,"]
        {
            #expect(RecurringChange(text) == nil, "\(text)")
        }
    }

    @Test("can be read of a file that stops short, or is damaged, or not at all", arguments: 0..<60)
    func damaged(seed: Int) throws {
        let file = try Data(contentsOf: TimeZoneRules.database.appendingPathComponent("Europe/Vienna"))
        var generator = SeededGenerator(state: UInt64(seed))
        var damaged = Data(
            file.prefix(seed % 2 == 0 ? Int.random(in: 0..<file.count, using: &generator) : file.count)
        )
        if seed % 2 == 1 {
            for _ in 0..<8 {
                let place = Int.random(in: 0..<damaged.count, using: &generator)
                damaged[place] = .random(in: 0...255, using: &generator)
            }
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(
            "zones-\(UUID().uuidString)"
        )
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try damaged.write(to: folder.appendingPathComponent("Damaged"))
        do {
            let rules = try TimeZoneRules(named: "Damaged", in: folder)
            #expect(rules.name == "Damaged" && rules.time(of: rules.offset(at: 0)) != Int.max)
        } catch {
            #expect("\(error)".contains("cannot be read"))
        }
    }
}

/// The same numbers in each run (SplitMix64).
private struct SeededGenerator: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
