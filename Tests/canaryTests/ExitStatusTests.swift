import CanaryModel
import Testing

@testable import canary

// Swift Testing has a type of this name too.
private typealias ExitStatus = canary.ExitStatus

@Suite("Exit status") struct ExitStatusTests {
    private static func run(
        _ outcomes: [Outcome],
        state: RunResult.State = .finished,
        failure: Failure? = nil
    ) -> RunResult {
        let flows = outcomes.map { FlowResult(name: "a", title: "a", file: "", outcome: $0) }
        return RunResult(state: state, id: "", version: "", started: .now(), flows: flows, failure: failure)
    }

    @Test(
        "a failed check goes before what could not be judged, which goes before what held",
        arguments: [
            ([.passed], 0), ([.passed, .passed], 0), ([.passed, .failed], 1),
            ([.error, .failed, .passed], 1),
            ([.failed, .skipped], 1), ([.passed, .error], 4), ([.error], 4), ([.skipped], 4), ([], 4),
            ([.passed, .skipped], 4),
        ] as [([Outcome], Int32)]
    )
    func outcomes(_ outcomes: [Outcome], _ code: Int32) {
        #expect(ExitStatus(Self.run(outcomes), isReported: true).code == code)
    }

    @Test("a flow that is degraded is a failure where that is asked for")
    func degraded() {
        var run = Self.run([.passed, .passed])
        run.flows[1].degraded = true
        #expect(ExitStatus(run, isReported: true) == .passed)
        #expect(ExitStatus(run, isReported: true, failsOnDegraded: true) == .failed)
        #expect(ExitStatus(Self.run([.passed]), isReported: true, failsOnDegraded: true) == .passed)
    }

    @Test("a flow that passed only when it was run again is a failure where that is asked for")
    func flaky() {
        var run = Self.run([.passed, .passed])
        run.flows[0].flaky = true
        #expect(ExitStatus(run, isReported: true) == .passed)
        #expect(ExitStatus(run, isReported: true, failsOnFlaky: true) == .failed)
        #expect(ExitStatus(Self.run([.passed]), isReported: true, failsOnFlaky: true) == .passed)
        #expect(ExitStatus(Self.run([.error]), isReported: true, failsOnFlaky: true) == .error)
    }

    @Test("what could not be written is no failure of the site, and hides none")
    func output() {
        let failure = Failure(code: .output, message: "the disk is full")
        #expect(ExitStatus(Self.run([.passed], failure: failure), isReported: true) == .error)
        #expect(ExitStatus(Self.run([.failed], failure: failure), isReported: true) == .failed)
        #expect(ExitStatus(Self.run([.passed]), isReported: false) == .error)
        #expect(ExitStatus(Self.run([.failed]), isReported: false) == .failed)
    }

    @Test(
        "a run that did not come to its end did not pass",
        arguments: [RunResult.State.running, .interrupted]
    )
    func unfinished(_ state: RunResult.State) {
        #expect(ExitStatus(Self.run([.passed], state: state), isReported: true) == .error)
    }

    @Test("the numbers are those that shells and CI systems know")
    func codes() {
        let all: [ExitStatus] = [
            .passed, .failed, .usage, .error, .interrupted(signal: 2), .interrupted(signal: 15),
        ]
        #expect(all.map(\.code) == [0, 1, 2, 4, 130, 143])
    }
}
