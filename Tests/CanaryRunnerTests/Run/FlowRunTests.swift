import CanaryModel
import TestSupport
import Testing

@testable import CanaryRunner

@Suite("Attempts, whatever they are done with") struct FlowRunTests {
    private static let fault = OpeningError(
        Failure(code: .startFailed, message: "it says nothing"),
        mayPass: true
    )

    @Test("a flow that passes only when it is run again is flaky, and both attempts are kept")
    func flaky() async throws {
        let run = try await run(
            flow(#"{ name: "A", back: true }"#, more: "retries: 2,"),
            scripted: [["A": [.fails(.selector)]], [:]]
        )
        #expect(run.result.flows[0].attempts.map(\.outcome) == [.failed, .passed])
        #expect(run.result.flows[0].flaky)
        #expect(run.done == ["open", "A", "close", "open", "A", "close"])
    }

    @Test(
        "retries are those of the flow, or of the command where it says",
        arguments: [(nil, 2), (0, 1), (2, 3)]
    )
    func retries(_ given: Int?, _ attempts: Int) async throws {
        let run = try await run(
            flow(#"{ name: "A", back: true }"#, more: "retries: 1,"),
            scripted: [["A": [.fails(.selector)]]]
        ) { $0.retries = given }
        #expect(run.result.flows[0].attempts.count == attempts)
        #expect(run.result.outcome == .failed)
    }

    @Test("what cannot be opened is tried once more")
    func opening() async throws {
        let once = try await run(flow("{ back: true }"), scripted: [[:]], failures: [Self.fault])
        #expect(once.result.flows[0].attempts.map(\.outcome) == [.error, .passed])
        let twice = try await run(
            flow("{ back: true }"),
            scripted: [[:]],
            failures: [Self.fault, Self.fault]
        )
        #expect(twice.result.outcome == .error)
        #expect(twice.result.flows[0].attempts.count == 2)
        #expect(try twice.attempt().steps.map(\.outcome) == [.skipped])
        #expect(try twice.attempt().failure?.code == .startFailed)
        let hopeless = try await run(
            flow("{ back: true }"),
            scripted: [[:]],
            failures: [OpeningError(Self.fault.failure, mayPass: false)]
        )
        #expect(hopeless.result.outcome == .error && hopeless.result.flows[0].attempts.count == 1)
    }

    @Test("a fault in a later attempt does not hide that the site failed in the first")
    func later() async throws {
        let run = try await run(
            flow(#"{ name: "A", back: true }"#, more: "retries: 1,"),
            scripted: [["A": [.fails(.selector)]], ["A": [.fails(.browserGone)]]]
        )
        #expect(run.result.flows[0].attempts.map(\.outcome) == [.failed, .error, .error])
        #expect(run.result.flows[0].outcome == .failed)
    }

    @Test("with fail-fast, flows that have not begun are skipped")
    func failFast() async throws {
        var flows = flow(#"{ name: "A", back: true }"#)
        flows["z.canary.json5"] = #"{ name: "z", steps: [ { back: true } ] }"#
        let run = try await run(flows, scripted: [["A": [.fails(.selector)]]]) { $0.failsFast = true }
        #expect(run.result.flows.map(\.outcome) == [.failed, .skipped])
    }

    @Test("flows that run side by side keep their order in the results", arguments: [1, 2, 5])
    func jobs(_ jobs: Int) async throws {
        var flows: [String: String] = [:]
        for name in ["a", "b", "c"] {
            flows["\(name).canary.json5"] =
                "{ name: \"\(name)\", steps: [ { name: \"\(name)\", back: true } ] }"
        }
        let run = try await run(flows, scripted: [["a": [.takes(.milliseconds(50))]]]) { $0.jobs = jobs }
        #expect(run.result.flows.map(\.name) == ["a", "b", "c"])
        #expect(run.result.outcome == .passed)
    }
}
