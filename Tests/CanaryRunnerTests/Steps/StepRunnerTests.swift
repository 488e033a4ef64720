import CanaryModel
import TestSupport
import Testing

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
        #expect(try run.attempt().steps.map(\.screenshot) == ["test/01-a.png", "test/02-b.png"])
    }

    @Test("that need nothing open nothing")
    func pauses() async throws {
        let run = try await run(
            flow(#"{ pause: "1ms" }, { name: "G", steps: [ { pause: "1ms" } ] }"#),
            scripted: [[:]],
            failures: [OpeningError(Failure(code: .driverMissing, message: "none"), mayPass: true)]
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
                OpeningError(
                    Failure(
                        code: .driverMissing,
                        message: "there is no driver",
                        help: "install one"
                    ),
                    mayPass: true
                )
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
        #expect(try run.attempt().steps.map(\.screenshot) == ["test/01-a.png", "test/02-b.png", nil])
        #expect(try run.attempt().failure == run.step(2).failure)
        #expect(run.result.outcome == .failed)
    }

    @Test(
        "a row that fails does not keep later rows from running, but the steps after them",
        arguments: ["", "group"]
    )
    func rows(_ place: String) async throws {
        let rows = #"{ name: "${row}", forEach: ["A", "B", "C"], back: true }, { name: "D", back: true }"#
        let run = try await run(
            flow(place.isEmpty ? rows : "{ steps: [\(rows)] }"),
            scripted: [["A": [.fails(.selector)], "B": [.fails(.flow)]]]
        )
        let steps = try run.attempt().steps
        let results = place.isEmpty ? steps : steps[0].steps
        #expect(results.map(\.outcome) == [.failed, .error, .passed, .skipped])
        #expect(run.result.outcome == .error)
    }

    @Test("values that a flow makes for itself are the same in an attempt, and others in the next")
    func generated() async throws {
        let text = #"${uuid} ${uuid:a} ${uuid} ${random:4}"#
        let run = try await run(
            flow(##"{ name: "A", fill: "#a", value: "\##(text)" }"##, more: "retries: 1,"),
            scripted: [["A": [.notesText, .fails(.selector)]], ["A": [.notesText]]]
        )
        let parts = run.done.filter { $0.contains(" ") }.map { $0.split(separator: " ") }
        #expect(parts.count == 2 && parts.allSatisfy { $0[0] == $0[2] && Set($0).count == 3 })
        #expect(Set(parts.flatMap(\.self)).count == 6)
    }

    @Test(
        "a clean-up that fails makes the flow degraded where it only warns, but hides no failure",
        arguments: [("warn", "C", Outcome.passed), ("fail", "C", .failed), ("warn", "A", .failed)]
    )
    func cleanupFailure(_ policy: String, _ failing: String, _ outcome: Outcome) async throws {
        let run = try await run(
            flow(
                #"{ name: "A", back: true }"#,
                cleanup: #"{ name: "C", back: true }"#,
                more: #"cleanupFailure: "\#(policy)","#
            ),
            scripted: [[failing: [.fails(.selector)]]]
        )
        #expect(run.result.outcome == outcome)
        #expect(run.result.flows[0].isDegraded == (outcome == .passed))
        #expect(run.result.flows[0].warningSentences == (outcome == .passed ? ["cleanup: C: C failed"] : []))
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

    @Test(
        "what comes to pass during a step fails it, and ends the flow unless the step is soft",
        arguments: [(false, Outcome.skipped), (true, .passed)]
    )
    func judged(_ isSoft: Bool, _ next: Outcome) async throws {
        let run = try await run(
            flow(#"{ name: "A", back: true, soft: \#(isSoft) }, { name: "B", back: true }"#),
            scripted: [["A": [.isJudged(.gate)]]]
        )
        #expect(try run.attempt().steps.map(\.outcome) == [.failed, next])
        #expect(try run.step(1).failure?.code == .gate)
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

    @Test(
        "where a variable was not saved its default is taken, and an optional step that needs it is not done"
    )
    func unsaved() async throws {
        let run = try await run(
            flow(
                """
                { name: "A", optional: true, save: { X: { title: true } } },
                { name: "B", open: "/${X:-none}" }, { name: "C", optional: true, open: "/${X}" },
                { name: "G", optional: true, steps: [{ name: "D", open: "/${X}" }] },
                """
            ),
            scripted: [["A": [.fails(.selector)]]]
        )
        #expect(run.result.outcome == .passed)
        #expect(run.done == ["open", "A", "B", "close"])
        #expect(try run.step(4).notes.first?.hasPrefix("optional, not judged: ") == true)
        #expect(
            try run.step(3).notes == ["optional, not judged: the variable X was not saved by an earlier step"]
        )
    }

    @Test(
        "a text to compare with that has become empty could not be judged: every text fits",
        arguments: [
            (#"expect: { text: "h1", contains: "${X}" }"#, ["X": ""]),
            (#"expect: { text: "h1", endsWith: "${Y:-}" }"#, [:]),
            (#"expect: { title: { matches: "${X}" }, not: true }"#, ["X": ""]),
            (#"waitFor: { text: "h1", startsWith: "${X}" }"#, ["X": ""]),
            (#"expect: { text: "h1", contains: "${X} ${X}" }"#, ["X": ""]),
            (#"dialog: "accept", message: { contains: "${X}" }"#, ["X": ""]),
        ]
    )
    func emptied(what: String, saved: [String: JSONValue]) async throws {
        let steps = """
            { name: "A", save: { X: { title: true } } },
            { name: "A2", optional: true, save: { Y: { title: true } } }, { name: "B", \(what) }
            """
        let run = try await run(
            flow(steps),
            scripted: [["A": [.saves(saved)], "A2": [.fails(.selector)]]]
        )
        #expect(try run.step(3).outcome == .error)
        #expect(try run.step(3).failure?.code == .flow)
        #expect(try run.step(3).failure?.message.contains("is empty, so that every text fits") == true)
    }

    @Test("in cleanup, requests are sent also where the page can do nothing any more")
    func cleanupWithoutPage() async throws {
        let run = try await run(
            flow(
                #"{ name: "A", back: true }"#,
                cleanup: #"{ name: "B", back: true }, { name: "C", request: "DELETE http://a.example/1" }"#
            ),
            scripted: [[:]],
            cleanup: .impossible(reason: "the browser ended")
        )
        let cleanup = try run.attempt().cleanup
        #expect(cleanup.map(\.outcome) == [.error, .passed])
        #expect(cleanup[0].failure?.message == "not possible any more: the browser ended")
        let done = ["open", "A", "open", "C", "close", "close"]
        #expect(run.done == done + done)  // a fault of the browser: the flow runs once more
    }

    @Test(
        "in cleanup, a step that needs what was not saved is skipped and says so, and the first failure stays"
    )
    func unsavedInCleanup() async throws {
        let run = try await run(
            flow(
                #"{ name: "A", back: true }, { name: "B", save: { T: { title: true } } }"#,
                cleanup: #"{ name: "C", open: "/${T}" }"#
            ),
            scripted: [["A": [.fails(.selector)]]]
        )
        let attempt = try run.attempt()
        #expect(attempt.cleanup[0].failure == nil)
        #expect(attempt.cleanup[0].outcome == .skipped)
        #expect(attempt.cleanup[0].notes == ["skipped: the variable T was not saved by an earlier step"])
        #expect(attempt.outcome == .failed)
        #expect(attempt.failure?.step == "A")
        #expect(run.done == ["open", "A", "close"])
    }
}
