import CanarySchedule
import Foundation
import Testing

@Suite("A schedule") struct ScheduleTests {
    /// A time as ISO 8601 writes it, in seconds since 1970.
    private static func seconds(_ text: String) throws -> Int {
        Int(try Date(text, strategy: .iso8601).timeIntervalSince1970)
    }

    private static func written(_ seconds: Int) -> String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    }

    /// Expression, a time, and the next three after it; the first two were confirmed by two other implementations where
    /// these know the expression.
    private static let vectors: [(String, String, [String])] = [
        (
            "0 10 * * ? *", "2026-11-30T07:30:00Z",
            ["2026-11-30T10:00", "2026-12-01T10:00", "2026-12-02T10:00"]
        ),
        (
            "15 12 * * ? *", "2026-11-30T12:15:00Z",
            ["2026-12-01T12:15", "2026-12-02T12:15", "2026-12-03T12:15"]
        ),
        (
            "0 18 ? * MON-FRI *", "2026-12-04T18:00:00Z",
            ["2026-12-07T18:00", "2026-12-08T18:00", "2026-12-09T18:00"]
        ),
        (
            "0 8 1 * ? *", "2026-11-30T07:30:00Z",
            ["2026-12-01T08:00", "2027-01-01T08:00", "2027-02-01T08:00"]
        ),
        (
            "0/10 * ? * MON-SAT *", "2026-12-05T23:45:00Z",
            ["2026-12-05T23:50", "2026-12-07T00:00", "2026-12-07T00:10"]
        ),
        (
            "0/5 8-17 ? * MON-FRI *", "2026-12-04T17:52:00Z",
            ["2026-12-04T17:55", "2026-12-07T08:00", "2026-12-07T08:05"]
        ),
        (
            "1/10 * * * ? *", "2026-11-30T07:55:00Z",
            ["2026-11-30T08:01", "2026-11-30T08:11", "2026-11-30T08:21"]
        ),
        (
            "*/7 * * * ? *", "2026-11-30T23:50:00Z",
            ["2026-11-30T23:56", "2026-12-01T00:00", "2026-12-01T00:07"]
        ),
        (
            "0 0 L * ? *", "2028-02-01T00:00:00Z",
            ["2028-02-29T00:00", "2028-03-31T00:00", "2028-04-30T00:00"]
        ),
        (
            "0 9 3W * ? *", "2026-09-15T00:00:00Z",
            ["2026-10-02T09:00", "2026-11-03T09:00", "2026-12-03T09:00"]
        ),
        (
            "0 9 1W * ? *", "2026-07-15T00:00:00Z",
            ["2026-08-03T09:00", "2026-09-01T09:00", "2026-10-01T09:00"]
        ),
        (
            "0 9 31W * ? *", "2026-12-15T00:00:00Z",
            ["2026-12-31T09:00", "2027-01-29T09:00", "2027-03-31T09:00"]
        ),
        (
            "0 9 ? * 3#2 *", "2026-11-30T07:30:00Z",
            ["2026-12-08T09:00", "2027-01-12T09:00", "2027-02-09T09:00"]
        ),
        (
            "0 9 ? * TUE#5 *", "2026-11-30T07:30:00Z",
            ["2026-12-29T09:00", "2027-03-30T09:00", "2027-06-29T09:00"]
        ),
        (
            "0 9 ? * 6L *", "2026-11-30T07:30:00Z",
            ["2026-12-25T09:00", "2027-01-29T09:00", "2027-02-26T09:00"]
        ),
        (
            "0 9 ? * L *", "2026-11-30T07:30:00Z",
            ["2026-12-05T09:00", "2026-12-12T09:00", "2026-12-19T09:00"]
        ),
        (
            "30 23 29 2 ? *", "2026-11-30T00:00:00Z",
            ["2028-02-29T23:30", "2032-02-29T23:30", "2036-02-29T23:30"]
        ),
        (
            "0 0 31 * ? *", "2026-11-30T00:00:00Z",
            ["2026-12-31T00:00", "2027-01-31T00:00", "2027-03-31T00:00"]
        ),
        (
            "0 0,8,16 * * ? *", "2026-11-30T08:00:00Z",
            ["2026-11-30T16:00", "2026-12-01T00:00", "2026-12-01T08:00"]
        ),
        (
            "0 22-2 * * ? *", "2026-11-30T22:30:00Z",
            ["2026-11-30T23:00", "2026-12-01T00:00", "2026-12-01T01:00"]
        ),
        (
            "0 0 ? * FRI-MON *", "2026-12-03T00:00:00Z",
            ["2026-12-04T00:00", "2026-12-05T00:00", "2026-12-06T00:00"]
        ),
        (
            "0 6 1,15 JAN,JUL ? *", "2026-11-30T00:00:00Z",
            ["2027-01-01T06:00", "2027-01-15T06:00", "2027-07-01T06:00"]
        ),
        (
            "10-20/5 9 ? * 2 *", "2026-11-30T09:16:00Z",
            ["2026-11-30T09:20", "2026-12-07T09:10", "2026-12-07T09:15"]
        ),
        (
            "0 0/6 * * ? *", "2026-11-30T23:59:59Z",
            ["2026-12-01T00:00", "2026-12-01T06:00", "2026-12-01T12:00"]
        ),
    ]

    @Test("comes at the times of its fields, strictly after a time", arguments: vectors)
    func next(fields: String, from: String, times: [String]) throws {
        let schedule = try Schedule("cron(\(fields))")
        var time = try Self.seconds(from)
        for expected in times {
            time = try #require(schedule.next(after: time, startedAt: 0))
            #expect(Self.written(time) == expected + ":00Z")
        }
    }

    @Test("of a rate counts from its start, which is its first time")
    func rate() throws {
        let start = try Self.seconds("2026-11-30T07:32:10Z")
        let schedule = try Schedule("rate(5 minutes)")
        #expect(schedule.next(after: start - 1, startedAt: start) == start)
        var time = try Self.seconds("2026-11-30T07:40:00Z")
        for expected in ["07:42:10", "07:47:10", "07:52:10"] {
            time = try #require(schedule.next(after: time, startedAt: start))
            #expect(Self.written(time) == "2026-11-30T\(expected)Z")
        }
        let once = try Schedule("rate(0 minute)")
        #expect(once == .once)
        #expect(once.next(after: start - 1, startedAt: start) == start)
        #expect(once.next(after: start, startedAt: start) == nil)
    }

    @Test(
        "of a rate may be written in any way that the cloud takes, and down to 10 seconds",
        arguments: [
            ("rate(1 minute)", 60), ("rate(1 minutes)", 60), ("rate(5 minute)", 300), ("rate(1 hour)", 3600),
            ("rate(60 minutes)", 3600), (" rate( 5  minutes ) ", 300), ("rate(10 seconds)", 10),
            ("RATE(2 Minutes)", 120),
        ]
    )
    func rates(text: String, seconds: Int) throws {
        #expect(try Schedule(text) == .rate(seconds: seconds))
    }

    private static let refusals: [(String, String, String?)] = [
        ("cron(0 10 * * *)", "cron takes 6 fields, not 5", "write cron(0 10 * * ? *)"),
        ("0 10 * * *", "a schedule stands in rate(…) or cron(…)", "write cron(0 10 * * *)"),
        ("cron(0 10 * * ? 2027)", "the field year must be '*', not '2027'", "write * in its place"),
        ("cron(0 10 * * * *)", "exactly one of day of month and day of week is '?'", nil),
        ("cron(0 10 ? * ? *)", "exactly one of day of month and day of week is '?'", nil),
        ("cron(60 * * * ? *)", "the field minutes takes 0 to 59, not '60'", nil),
        (
            "cron(*/60 * * * ? *)", "the field minutes has a step of 60, which leaves one value",
            "write 0 in its place"
        ),
        ("cron(0 24 * * ? *)", "the field hours takes 0 to 23, not '24'", nil),
        ("cron(0 0 0 * ? *)", "the field day of month takes 1 to 31, not '0'", nil),
        ("cron(0 0 32 * ? *)", "the field day of month takes 1 to 31, not '32'", nil),
        ("cron(0 0 ? * 0 *)", "the field day of week takes 1 to 7 (SUN-SAT), not '0'", nil),
        ("cron(0 0 ? * 8 *)", "the field day of week takes 1 to 7 (SUN-SAT), not '8'", nil),
        ("cron(0 0 ? * 3#1,6#3 *)", "the field day of week takes one # alone, not '3#1,6#3'", nil),
        ("cron(0 0 ? * 3#6 *)", "the field day of week takes # with 1 to 5, not '3#6'", nil),
        ("cron(0 0 1 13 ? *)", "the field month takes 1 to 12, not '13'", nil),
        ("cron(0 0 1 FOO ? *)", "the field month takes 1 to 12, not 'FOO'", nil),
        ("cron(0/0 * * * ? *)", "the field minutes has a step of '0'", nil),
        ("cron(? * * * ? *)", "the field minutes cannot be '?', which is for one of the days", nil),
        ("cron(0 0 5W,10 * ? *)", "the field day of month takes W behind one day only, not '5W,10'", nil),
        ("cron(1,,2 * * * ? *)", "the field minutes has nothing between two commas", nil),
        (
            "cron(0 0 ? * MON-FRI/2 *)", "the field day of week takes no step, as in 'MON-FRI/2'",
            "list the days"
        ),
        ("cron(0 0 LW * ? *)", "the field day of month knows L alone only, not 'LW'", nil),
        ("cron(0 0 L-2 * ? *)", "the field day of month knows L alone only, not 'L-2'", nil),
        ("cron(0 0 31 2 ? *)", "'0 0 31 2 ? *' never comes: no such month has this day", nil),
        ("rate(61 minutes)", "a rate is at most 1 hour", "use cron(0 0/2 * * ? *)"),
        ("rate(2 hours)", "a rate is at most 1 hour", "use cron(0 0/2 * * ? *)"),
        ("rate(9223372036854775807 hours)", "a rate is at most 1 hour", nil),
        ("rate(-1 minute)", "rate takes a whole number, not '-1'", nil),
        ("rate(1.5 minutes)", "rate takes a whole number, not '1.5'", nil),
        (
            "rate(1 day)", "rate takes seconds, minutes or hours, not 'day'",
            "use cron(0 0 * * ? *) for once a day"
        ),
        ("rate(5)", "rate takes a number and a unit", nil),
        ("rate(9 seconds)", "a rate is at least 10 seconds", nil),
        ("every day", "'every day' is no schedule", nil), ("", "'' is no schedule", nil),
    ]

    @Test("that is not one is refused with its field and what to write", arguments: refusals)
    func refused(text: String, words: String, fix: String?) {
        let mistake = #expect(throws: ScheduleMistake.self) { try Schedule(text) }
        #expect(mistake?.description == words)
        if let fix { #expect(mistake?.fix == fix) }
    }
}
