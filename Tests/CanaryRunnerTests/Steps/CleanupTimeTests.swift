import CanaryModel
import TestSupport
import Testing

@testable import CanaryRunner

@Suite("The time of cleanup") struct CleanupTimeTests {
    private let flow = Flow(name: "flow", steps: [])

    @Test("is one for all steps of a flow that came to its end")
    func whole() {
        let time = CleanupTime(of: flow)
        #expect(time.deadline(ofFirstOf: 3) == time.deadline(ofFirstOf: 1))
        #expect(time.budget == "the time of cleanup, 15.0 s,")
    }

    @Test("is short after an interruption, and each step has its share")
    func interrupted() {
        let start = ContinuousClock.now
        let time = CleanupTime(of: flow, interruptedAt: start)
        let half = time.deadline(ofFirstOf: 2)
        let whole = time.deadline(ofFirstOf: 1)
        #expect(half < whole - .milliseconds(500))
        #expect(whole <= start + .seconds(3))
        #expect(time.budget == "the time of cleanup after an interruption, 2.0 s,")
    }

    @Test("is never more than the flow's own")
    func own() {
        var flow = flow
        flow.cleanupTimeout = .milliseconds(100)
        let time = CleanupTime(of: flow, interruptedAt: .now)
        #expect(time.deadline(ofFirstOf: 1) <= .now + .milliseconds(100))
    }
}
