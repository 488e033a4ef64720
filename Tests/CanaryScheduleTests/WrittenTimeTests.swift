import CanarySchedule
import Testing

@Suite("A time in a time zone") struct WrittenTimeTests {
    @Test("is written with its day and its distance from UTC")
    func written() throws {
        #expect(TimeZoneRules.utc.written(1_796_115_600) == "Tue 2026-12-01 09:00:00 UTC")
        let vienna = try TimeZoneRules(named: "Europe/Vienna")
        #expect(vienna.written(1_796_115_600) == "Tue 2026-12-01 10:00:00 +01:00")
        let newYork = try TimeZoneRules(named: "America/New_York")
        #expect(newYork.written(1_796_115_600) == "Tue 2026-12-01 04:00:00 -05:00")
        #expect(TimeZoneRules.utc.written(-1) == "Wed 1969-12-31 23:59:59 UTC")
    }
}
