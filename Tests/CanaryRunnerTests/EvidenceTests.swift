import CanaryModel
import CanaryRunner
import Foundation
import Testing

@Suite("What is kept of steps") struct EvidenceTests {
    @Test("a dialog that an optional step left open is dismissed")
    func optional() async throws {
        let run = try await run(
            flow(
                """
                { open: "/cases/dialogs" },
                { click: "#confirm", optional: true },
                { expect: { text: "#answer", equals: "false" } },
                """
            )
        )
        #expect(try run.attempt().failure == nil)
        #expect(try run.step(2).notes.contains { $0.contains("was dismissed") })
        #expect(try run.step(2).screenshot != nil)
    }

    @Test("a dialog that a soft step of a group left open is dismissed")
    func group() async throws {
        let run = try await run(
            flow(
                """
                { open: "/cases/dialogs" },
                { name: "Group", steps: [
                    { click: "#confirm", soft: true }, { expect: { text: "#answer", equals: "false" } } ] },
                """
            )
        )
        #expect(try run.step(2).steps.map(\.outcome) == [.failed, .passed])
        #expect(try run.step(2).steps[0].screenshot != nil)
    }

    @Test("while a dialog waits for the step that answers it, there is no picture, and a note says why")
    func expectedDialog() async throws {
        let run = try await run(
            flow(
                """
                { open: "/cases/dialogs" }, { click: "#confirm" }, { dialog: "accept" },
                { expect: { text: "#answer", equals: "true" } },
                """
            )
        )
        #expect(try run.attempt().failure == nil)
        let step = try run.step(2)
        #expect(step.screenshot == nil)
        #expect(step.notes.contains("no screenshot: a dialog is open"))
        #expect(!step.notes.contains { $0.contains("no step expects") })
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

    @Test("the events of steps that ended are in the file while the run goes on")
    func eventsOnDisk() async throws {
        let seen = Recorder<String>()
        _ = try await run(
            flow(##"{ open: "/" }, { expect: { visible: "body" } }"##),
            onEvent: { event, results in
                guard case .stepStarted(_, _, _, 2, _, _) = event else { return }
                for name in ["events.ndjson", "result.json"] {
                    seen.append((try? String(contentsOfFile: "\(results)/\(name)", encoding: .utf8)) ?? "")
                }
            }
        )
        try #require(seen.values.count == 2)
        #expect(seen.values[0].contains("stepEnded"))
        #expect(try RunResult(json: Data(seen.values[1].utf8)).state == .running)
    }
}
