import CanaryModel
import Testing
import WebDriver

@testable import CanaryRunner

@Suite("Steps, whatever they are done with") struct StepRunnerTests {
    @Test("are done in their order by what is opened for the first and closed after the last")
    func order() async throws {
        let run = try await run(
            flow(
                #"{ name: "A", back: true }, { name: "B", back: true }"#,
                cleanup: #"{ name: "C", back: true }"#
            ),
            scripted: [[:]]
        )
        #expect(run.done == ["open", "A", "B", "C", "close"])
        #expect(run.result.outcome == .passed)
        #expect(try run.attempt().steps.map(\.screenshot) == ["A.png", "B.png"])
    }

    @Test("that need nothing open nothing")
    func pauses() async throws {
        let run = try await run(
            flow(#"{ pause: "1ms" }, { name: "G", steps: [ { pause: "1ms" } ] }"#),
            scripted: [[:]],
            failures: [InstallationError(code: .driverMissing, message: "none", advice: "none")]
        )
        #expect(run.done == [])
        #expect(run.result.outcome == .passed)
    }

    @Test("open what they need when the first comes that needs it; why that is not to be had is its failure")
    func late() async throws {
        let late = try await run(flow(#"{ pause: "1ms" }, { name: "A", back: true }"#), scripted: [[:]])
        #expect(late.done == ["open", "A", "close"])
        let missing = try await run(
            flow(
                #"{ pause: "1ms" }, { name: "A", back: true }, { name: "B", back: true }"#,
                cleanup: "{ back: true }"
            ),
            scripted: [[:]],
            failures: [
                InstallationError(code: .driverMissing, message: "there is no driver", advice: "install one")
            ]
        )
        #expect(missing.done == ["open"])
        #expect(try missing.attempt().steps.map(\.outcome) == [.passed, .error, .skipped])
        #expect(try missing.step(2).failure?.code == .driverMissing)
        #expect(try missing.step(2).failure?.help == "install one")
        #expect(missing.result.outcome == .error)
    }

    @Test("a step that is not reached has no picture, and the first failure is the flow's")
    func failing() async throws {
        let run = try await run(
            flow(#"{ name: "A", back: true }, { name: "B", back: true }, { name: "C", back: true }"#),
            scripted: [["B": [.fails(.selector)]]]
        )
        #expect(try run.attempt().steps.map(\.outcome) == [.passed, .failed, .skipped])
        #expect(try run.attempt().steps.map(\.screenshot) == ["A.png", "B.png", nil])
        #expect(try run.attempt().failure == run.step(2).failure)
        #expect(run.result.outcome == .failed)
    }

    @Test("an optional step that fails passes with a note; a soft one fails, and the flow goes on")
    func leniency() async throws {
        let run = try await run(
            flow(
                """
                { name: "A", back: true, optional: true }, { name: "B", back: true, soft: true },
                { name: "C", back: true }
                """
            ),
            scripted: [["A": [.fails(.selector)], "B": [.fails(.expectation)]]]
        )
        #expect(try run.attempt().steps.map(\.outcome) == [.passed, .failed, .passed])
        #expect(try run.step(1).notes == ["optional, did not hold: A failed"])
        #expect(run.result.outcome == .failed)
    }

    @Test("a fault is forgiven by no step, and is not the site's failure", arguments: ["optional", "soft"])
    func fault(_ leniency: String) async throws {
        let run = try await run(
            flow(#"{ name: "A", back: true, \#(leniency): true }, { name: "B", back: true }"#),
            scripted: [["A": [.fails(.flow)]]]
        )
        #expect(try run.attempt().steps.map(\.outcome) == [.error, .skipped])
        #expect(run.result.outcome == .error)
    }

    @Test("the flow's time ends a step that would have more, and one after it is not tried, be it optional")
    func flowTime() async throws {
        let run = try await run(
            flow(
                """
                { name: "A", back: true, soft: true, timeout: "20s" }, { name: "B", back: true, optional: true }
                """,
                more: #"timeout: "200ms","#
            ),
            scripted: [["A": [.takes(.seconds(20))]]]
        )
        #expect(try run.step(1).failure?.help?.contains("`timeout`") == true)
        #expect(try run.step(2).failure?.message == "the flow's time of 200 ms was used up before this step")
        #expect(try run.step(2).failure?.code == .budget)
        #expect(run.done == ["open", "A", "close"])
    }

    @Test("a pause has its own time besides the step's, and no more than there is")
    func pauseTime() async throws {
        let run = try await run(
            flow(#"{ pause: "60ms", timeout: "50ms" }, { pause: "1h" }"#, more: #"timeout: "200ms","#),
            scripted: [[:]]
        )
        #expect(try run.step(1).outcome == .passed)
        #expect(try run.step(1).duration >= 60)
        #expect(try run.step(2).failure?.code == .budget)
    }

    @Test("cleanup does each of its steps after a failure, and never replaces that")
    func cleanup() async throws {
        let run = try await run(
            flow(
                #"{ name: "A", back: true }"#,
                cleanup: #"{ name: "C", back: true }, { name: "D", back: true }"#
            ),
            scripted: [["A": [.fails(.selector)], "C": [.fails(.value)]]]
        )
        #expect(run.done == ["open", "A", "C", "D", "close"])
        #expect(try run.attempt().cleanup.map(\.outcome) == [.failed, .passed])
        #expect(try run.attempt().failure?.step == "A")
    }

    @Test("a cleanup step that fails turns a flow that passed into one that failed")
    func failedCleanup() async throws {
        let run = try await run(
            flow(#"{ name: "A", back: true }"#, cleanup: #"{ name: "C", back: true }"#),
            scripted: [["C": [.fails(.selector)]]]
        )
        #expect(run.result.outcome == .failed)
    }

    @Test("cleanup that cannot begin is skipped with the reason")
    func impossibleCleanup() async throws {
        let run = try await run(
            flow(#"{ name: "A", back: true }"#, cleanup: #"{ name: "C", back: true }"#),
            scripted: [[:]],
            cleanup: .impossible(reason: "it is gone")
        )
        #expect(try run.attempt().cleanup.map(\.outcome) == [.skipped])
        #expect(try run.attempt().cleanup[0].notes == ["not possible any more: it is gone"])
    }

    @Test("what a step saves is put into those after it, and into what it expects itself")
    func saving() async throws {
        let steps = """
            { name: "A", save: { X: { title: true } }, expect: { title: "${X}" } },
            { name: "B ${X}", open: "/${X}" }
            """
        let run = try await run(flow(steps), scripted: [["A": [.saves(["X": "42"])]]])
        #expect(run.result.outcome == .passed)
        #expect(try run.step(2).name == "B ${X}")
        let unsaved = try await CanaryRunnerTests.run(flow(steps), scripted: [[:]])
        #expect(unsaved.result.outcome == .error)
        #expect(try unsaved.step(1).failure?.message == "the variable X was not saved by an earlier step")
        let never = try await CanaryRunnerTests.run(flow(steps), scripted: [["A": [.saves(["X": "never"])]]])
        #expect(never.result.outcome == .failed)
    }
}

@Suite("Groups, whatever their steps are done with") struct StepGroupTests {
    @Test("a soft failure inside counts for the group, has its own picture, and the flow goes on")
    func soft() async throws {
        let run = try await run(
            flow(
                """
                { name: "G", steps: [ { name: "A", back: true, soft: true }, { name: "B", back: true } ] },
                { name: "C", back: true }
                """
            ),
            scripted: [["A": [.fails(.selector)]]]
        )
        #expect(try run.attempt().steps.map(\.outcome) == [.failed, .passed])
        #expect(try run.step(1).steps.map(\.outcome) == [.failed, .passed])
        #expect(try run.step(1).steps.map(\.screenshot) == ["A.png", nil])
        #expect(try run.step(1).failure == run.step(1).steps[0].failure)
    }

    @Test("a hard failure inside ends group and flow; in a soft group it ends the group alone")
    func hard() async throws {
        for (isSoft, next) in [(false, Outcome.skipped), (true, .passed)] {
            let run = try await run(
                flow(
                    """
                    { name: "G", soft: \(isSoft), steps: [ { name: "A", back: true }, { name: "B", back: true } ] },
                    { name: "C", back: true }
                    """
                ),
                scripted: [["A": [.fails(.selector)]]]
            )
            #expect(try run.attempt().steps.map(\.outcome) == [.failed, next])
            #expect(try run.step(1).steps.map(\.outcome) == [.failed, .skipped])
        }
    }

    @Test("a fault wins over what failed softly before it")
    func fault() async throws {
        let run = try await run(
            flow(
                #"{ name: "G", steps: [ { name: "A", back: true, soft: true }, { name: "B", back: true } ] }"#
            ),
            scripted: [["A": [.fails(.selector)], "B": [.fails(.flow)]]]
        )
        #expect(try run.step(1).outcome == .error)
        #expect(try run.step(1).failure?.code == .flow)
    }

    @Test("a group's time is that of its steps; what it expects is judged after the last of them")
    func time() async throws {
        let steps = """
            { name: "G", timeout: "100ms", expect: { title: "never" }, steps: [
                { name: "A", back: true, soft: true }, { name: "B", back: true } ] }
            """
        let late = try await run(flow(steps), scripted: [["A": [.takes(.seconds(9))]]])
        #expect(
            try late.step(1).steps[1].failure?.message
                == "the group's time of 100 ms was used up before this step"
        )
        let judged = try await run(flow(steps), scripted: [[:]])
        #expect(judged.done == ["open", "A", "B", "G", "close"])
        #expect(try judged.step(1).failure?.code == .expectation)
    }
}

@Suite("Attempts, whatever they are done with") struct FlowAttemptTests {
    private static let fault = LaunchError(code: .driverSilent, message: "it says nothing")

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
