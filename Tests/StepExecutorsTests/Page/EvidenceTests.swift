import CanaryModel
import CanaryRunner
import DemoSite
import TestSupport
import Testing

@Suite("What is kept of steps") struct EvidenceTests {
    @Test(
        "a dialog that an optional step or a soft one of a group left open is dismissed; one that the next step answers stays, without a picture"
    )
    func dialogs() async throws {
        let run = try await run(
            flow(
                """
                { open: "/cases/dialogs" },
                { click: "#confirm", optional: true },
                { expect: { text: "#answer", equals: "false" } },
                { open: "/cases/dialogs" },
                { name: "Group", steps: [
                    { click: "#confirm", soft: true }, { expect: { text: "#answer", equals: "false" } } ] },
                { open: "/cases/dialogs" }, { click: "#confirm" }, { dialog: "accept" },
                { expect: { text: "#answer", equals: "true" } },
                """
            )
        )
        let outcomes = try run.attempt().steps.map(\.outcome)
        #expect(outcomes.indices.filter { outcomes[$0] != .passed } == [4])
        #expect(try run.step(2).notes.contains { $0.contains("was dismissed") })
        #expect(try run.step(2).screenshot != nil)
        #expect(try run.step(5).steps.map(\.outcome) == [.failed, .passed])
        #expect(try run.step(5).steps[0].screenshot != nil)
        let expected = try run.step(7)
        #expect(expected.screenshot == nil)
        #expect(expected.notes.contains("no screenshot: a dialog is open"))
        #expect(!expected.notes.contains { $0.contains("no step expects") })
    }
    @Test("a dialog whose step was not tried is dismissed before cleanup")
    func unansweredDialog() async throws {
        let run = try await run(
            flow(
                """
                { open: "/cases/dialogs" },
                { save: { X: { text: "#nowhere" } }, optional: true, timeout: "200ms" },
                { click: "#prompt" }, { dialog: "accept", value: "${X}" },
                """,
                cleanup: ##"{ expect: { text: "#answer", equals: "null" } }"##
            )
        )
        let attempt = try run.attempt()
        #expect(attempt.steps.map(\.outcome) == [.passed, .passed, .passed, .error])
        #expect(attempt.cleanup.map(\.outcome) == [.passed])
        #expect(attempt.cleanup[0].notes.contains { $0.contains("was dismissed") })
    }

    @Test("where the page's window is gone, cleanup runs in one that is left")
    func closedWindow() async throws {
        let run = try await run(
            flow(
                """
                { open: "/cases/windows" }, { click: "#popup" }, { window: "new" },
                { script: "setTimeout(() => window.close())" },
                { expect: { visible: "#never" } },
                """,
                cleanup: ##"{ expect: { text: "#name", equals: "main" } }"##
            )
        )
        let attempt = try run.attempt()
        #expect(attempt.failure?.code == .window)
        #expect(attempt.cleanup.map(\.outcome) == [.passed])
        #expect(attempt.cleanup[0].notes.contains { $0.contains("window was gone") })
    }

    @Test(
        "all that is kept of an attempt that failed and of the one that passed after it lies in their folders"
    )
    func evidence() async throws {
        let run = try await run(
            flow(##"{ open: "/" }"##),
            behaviour: ["/": [.once(.status(500))]],
            retries: 1
        )
        let attempts = run.result.flows[0].attempts
        let named = attempts.map { attempt in
            [
                attempt.evidence.console, attempt.evidence.dom, attempt.evidence.network,
                attempt.steps[0].screenshot,
            ]
        }
        try #require(named.count == 2)
        #expect(
            named[0] == ["test/console.json", "test/failure.html", "test/network.har", "test/01-open.png"]
        )
        let second = "test/attempt-2"
        #expect(
            named[1] == ["\(second)/console.json", nil, "\(second)/network.har", "\(second)/01-open.png"]
        )
        let kept = run.files.keys.filter { $0.hasPrefix("test/") }
        #expect(kept.sorted() == named.flatMap(\.self).compactMap(\.self).sorted())
    }
}
