import CanaryModel
import DemoSite
import Foundation
import Synchronization
import TestSupport
import Testing
import WebDriver

@testable import StepExecutors

@Suite("Running flows in a real browser") struct PageExecutorTests {
    @Test("the bundled flows pass", arguments: ["login.canary.json5", "dashboard.canary.json5"])
    func bundled(_ file: String) async throws {
        let run = try await run(select: [file])
        let attempt = try run.attempt()
        #expect(attempt.failure == nil)
        #expect(run.result.outcome == .passed)
        #expect(attempt.steps.allSatisfy { $0.outcome == .passed && $0.screenshot != nil })
        for step in attempt.steps {
            let name = try #require(step.screenshot)
            let picture = try #require(run.files[name])
            #expect(picture.starts(with: [0x89, 0x50, 0x4E, 0x47]), "a PNG")
            #expect(picture.count > 2000)
        }
    }

    @Test("a failed selector is told with reason, place and suggestions, and the rest is skipped")
    func broken() async throws {
        let run = try await run(select: ["broken.canary.json5"])
        #expect(run.result.outcome == .failed)
        let attempt = try run.attempt()
        let failed = try #require(attempt.steps.first { $0.outcome == .failed })
        let diagnosis = try #require(failed.failure?.diagnoses.first)
        #expect(diagnosis.reason == .absent)
        #expect(!diagnosis.suggestions.isEmpty)
        #expect(failed.screenshot != nil)
        #expect(
            attempt.steps.drop { $0.outcome != .failed }.dropFirst().allSatisfy { $0.outcome == .skipped }
        )
        #expect(attempt.failure == failed.failure)
    }

    @Test("nothing is looked for that only a failure would tell, where an optional step does not hold")
    func unexplained() async throws {
        for (leniency, isExplained) in [("optional", false), ("soft", true)] {
            let searches = Mutex(0)
            let steps = """
                { open: "/" },
                { click: "#nowhere", \(leniency): true, timeout: "200ms" },
                { expect: { visible: "#nowhere" }, \(leniency): true, timeout: "200ms" },
                """
            _ = try await run(
                flow(steps),
                browser: { browser in
                    browser.observer = { _, exchange in
                        if exchange.request.contains("return near(") { searches.withLock { $0 += 1 } }
                    }
                }
            )
            #expect(searches.withLock(\.self) == (isExplained ? 2 : 0), "\(leniency)")
        }
    }

    @Test(
        "a dialog that no step expects fails the step that opened it, and a picture is taken after it is gone"
    )
    func dialog() async throws {
        let run = try await run(
            flow(##"{ open: "/cases/dialogs" }, { click: "#confirm" }, { expect: { visible: "#answer" } }"##)
        )
        let step = try run.step(2)
        #expect(step.failure?.code == .dialog)
        #expect(step.failure?.message.contains("Delete it?") == true)
        #expect(step.screenshot != nil)
    }

    @Test(
        "a page that never lets go is the site's failure; what was recorded is kept, and cleanup runs in a fresh browser"
    )
    func unresponsive() async throws {
        let run = try await run(
            flow(
                ##"{ open: "/cases/navigation" }, { script: "console.warn('kept')" }, { script: "for (;;);", timeout: "1s" }"##,
                cleanup: ##"{ open: "/health" }"##
            ),
            browser: { $0.processorTimes = nil }
        )  // by which the process of the page is found
        let attempt = try run.attempt()
        #expect(attempt.steps[2].failure?.code.outcome == .failed)
        #expect(attempt.cleanup[0].outcome == .passed)
        #expect(attempt.cleanup[0].notes.contains { $0.hasPrefix("cleanup ran in a fresh browser") })
        #expect(run.result.flows[0].attempts.count == 1)
        #expect(try run.text("test/console.json").contains("kept"))
        #expect(try run.text("test/network.har").contains("/cases/navigation"))
    }

    @Test("after a soft step that its page is stuck in, the flow goes on in a fresh browser, still signed in")
    func unresponsiveSoftly() async throws {
        let run = try await run(
            flow(
                ##"""
                { open: "/login" }, { fill: "#username", value: "canary-test@example.com" },
                { fill: "#password", value: "${PASSWORD}" }, { click: "#submit-login", expect: { visible: "#nav-menu" } },
                { open: "/dashboard" }, { name: "Stuck", soft: true, script: "for (;;);", timeout: "1s" },
                { name: "Goes on", open: "/dashboard", expect: { visible: "#nav-menu" } }
                """##,
                more: ##"secrets: ["PASSWORD"],"##
            ),
            browser: { $0.processorTimes = nil }
        )
        let attempt = try run.attempt()
        #expect(attempt.steps.map(\.outcome).suffix(2) == [.failed, .passed], "\(attempt.steps)")
        #expect(attempt.steps[6].notes.contains { $0.contains("with the cookies of the one before") })
        #expect(run.result.outcome == .failed)
    }

    @Test("without a browser the run is an error, not a failure of the site, and says what to install")
    func noBrowser() async throws {
        let run = try await run(select: ["login.canary.json5"], browser: { $0.browser = "/nowhere/chromium" })
        #expect(run.result.outcome == .error)
        #expect(try run.attempt().failure?.code == .browserMissing)
        #expect(run.requests.isEmpty)
    }

    @Test(
        "what a group expects is looked for in its frame, like its steps; a soft failure in it has a picture of its own"
    )
    func groupInFrame() async throws {
        let run = try await run(
            flow(
                """
                { open: "/cases/frames" },
                { name: "In the frame", frame: "#same", steps: [ { click: "#nowhere", soft: true, timeout: "200ms" }, { click: "#press" } ],
                  expect: { text: "#pressed", equals: "pressed in same" } },
                """
            )
        )
        let group = try run.step(2)
        #expect(group.steps.map(\.outcome) == [.failed, .passed])
        #expect(group.failure == group.steps[0].failure)
        #expect(group.screenshot == "test/02-in-the-frame.png")
        #expect(group.steps.map(\.screenshot) == ["test/02-01-click-nowhere.png", nil])
    }
}
