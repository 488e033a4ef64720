import CanarySchedule
import Testing

@Suite("The spread of starts") struct SpreadTests {
    @Test("is stable, less than the interval and than a minute, and even")
    func spread() {
        let rate = Schedule.rate(seconds: 60)
        #expect(Spread.delay(of: "checkout", by: rate) == Spread.delay(of: "checkout", by: rate))
        #expect(Spread.delay(of: "checkout", by: .once) == 0)
        let delays = (0..<6000).map { Spread.delay(of: "canary-\($0)", by: rate) }
        #expect(delays.allSatisfy { (0..<60_000).contains($0) })
        let perSecond = Dictionary(grouping: delays) { $0 / 1000 }.mapValues(\.count)
        #expect(
            perSecond.count == 60 && perSecond.values.allSatisfy { (60...145).contains($0) },
            "\(perSecond)"
        )
        #expect((0..<1000).allSatisfy { Spread.delay(of: "c\($0)", by: .rate(seconds: 10)) < 10_000 })
    }
}
