import CanaryModel
import CanaryReport
import Foundation
import Testing

@Suite("JUnitReport") struct JUnitReportTests {
    func text(_ run: RunResult) -> String { String(decoding: JUnitReport.data(for: run), as: UTF8.self) }

    func run(_ flows: [FlowResult]) -> RunResult {
        var run = SampleRun.run
        run.flows = flows
        return run
    }

    @Test("the sample run is valid by the schema")
    func valid() async throws {
        #expect(try await XMLLint.complaints(about: JUnitReport.data(for: SampleRun.run)) == "")
    }

    @Test("a run without flows, and one that could not go on, are valid")
    func brokenRuns() async throws {
        var run = run([])
        #expect(try await XMLLint.complaints(about: JUnitReport.data(for: run)) == "")
        run.failure = Failure(code: .output, message: "no space left on device")
        #expect(try await XMLLint.complaints(about: JUnitReport.data(for: run)) == "")
        #expect(text(run).contains(#"<error message="no space left on device" type="output">"#))
    }

    @Test("what a page says is no command to a runner that shows the file")
    func workflowCommands() async throws {
        var flow = SampleRun.failedFlow
        flow.attempts[0].notes = ["::error::a", "##[set-output name=a]b"]
        let text = text(run([flow]))
        #expect(!text.contains("::") && !text.contains("##["))
        #expect(text.contains(":&#58;error:&#58;a") && text.contains("##&#91;set-output name=a]b"))
        #expect(try await XMLLint.complaints(about: JUnitReport.data(for: run([flow]))) == "")
    }

    @Test("what a page says cannot break the file")
    func hostile() async throws {
        let evil = "]]>\u{0}\u{B}\u{1B}[31m\u{FFFE}\u{FFFF}\"'<&>\t\r\n\u{85}\u{202E}🐤\u{1FFFE}--><!DOCTYPE"
        var flow = SampleRun.failedFlow
        flow.name = evil
        flow.title = evil
        flow.file = evil
        flow.tags = [evil]
        let diagnosis = Diagnosis(
            target: evil,
            name: evil,
            wanted: evil,
            reason: .mismatch,
            actual: evil,
            matches: 2,
            elements: [evil],
            looks: 1,
            url: evil,
            title: evil,
            frame: [evil],
            suggestions: [evil]
        )
        let failure = Failure(code: .timeout, message: evil, help: evil, step: evil, diagnoses: [diagnosis])
        flow.attempts[0].steps[4].name = evil
        flow.attempts[0].steps[4].failure = failure
        flow.attempts[0].failure = failure
        flow.attempts[0].notes = [evil]
        flow.attempts[0].environment?.browser = evil
        flow.attempts[0].steps[4].notes = [evil]
        flow.attempts.append(flow.attempts[0])
        #expect(try await XMLLint.complaints(about: JUnitReport.data(for: run([flow]))) == "")
    }

    @Test(
        "the schema of the tests does refuse what is wrong",
        arguments: [
            (#"time="0.182""#, #"time="0.18""#), ("<skipped ", "<ignored "),
            (#"classname="login""#, #"class="login""#),
            ("Click #submit-login (2)", "Click #submit-login"), ("</testsuites>", ""),
        ]
    )
    func refused(original: String, replacement: String) async throws {
        let broken = text(SampleRun.run).replacing(original, with: replacement)
        #expect(broken != text(SampleRun.run))
        #expect(try await XMLLint.complaints(about: Data(broken.utf8)) != "")
    }

    @Test("steps and cleanup are cases, each of another name; counts agree with them")
    func cases() {
        let text = text(run([SampleRun.failedFlow, SampleRun.flakyFlow]))
        #expect(
            text.contains(#"<testsuites name="canary" tests="9" failures="1" errors="0" time="107.571">"#)
        )
        #expect(
            text.contains(
                #"<testsuite name="login" tests="7" failures="1" errors="0" skipped="1" time="15.871""#
                    + #" timestamp="2026-11-21T23:59:59.123Z" file="canaries/login.canary.json5">"#
            )
        )
        #expect(text.contains(#"<testcase name="Enter credentials" classname="login" time="0.096">"#))
        #expect(!text.contains("Fill #username"))
        #expect(text.contains(#"<testcase name="cleanup: Click #logout" classname="login" time="0.031">"#))
        #expect(
            text.contains("<system-out>optional: did not hold\n[[ATTACHMENT|login/01-step.png]]</system-out>")
        )
        #expect(text.contains(#"<testcase name="Click #submit-login (2)" classname="cart" time="0.081">"#))
        #expect(text.contains(#"<property name="browserVersion" value="156.0.8078.79"/>"#))
    }

    @Test("a failure has its sentence, its kind, and what was seen")
    func failure() {
        let expected = """
                <testcase name="Dashboard" classname="login" time="15.012">
                  <failure message="Expected .dashboard-container to be visible, but after 15.0 s nothing matched it." \
            type="selector">
            Expected .dashboard-container to be visible, but after 15.0 s nothing matched it.
              looked: 412 times in 15.0 s; never seen
              these match: [data-testid="dashboard"]
              these match: main.dashboard
              step: Dashboard
              page: https://shop.example.com/login?error=1 “Sign in – Example App”
              at: canaries/login.canary.json5:16:9
              screenshot: login/05-step.png
            </failure>
                  <system-out>[[ATTACHMENT|login/05-step.png]]</system-out>
                </testcase>
                <testcase name="Key elements" classname="login" time="0.000">
                  <skipped message="not reached"/>
                </testcase>
            """
        #expect(text(run([SampleRun.failedFlow])).contains(expected))
    }

    @Test("several sentences are kept apart in the message")
    func severalSentences() {
        #expect(
            text(run([SampleRun.groupFlow])).contains(
                "exactly one.&#10;Expected the page to have a title that contains &quot;Dash"
            )
        )
    }

    @Test("a flow that had no browser has one error, under its title")
    func error() {
        let text = text(run([SampleRun.errorFlow]))
        #expect(text.contains(#"tests="2" failures="0" errors="1" skipped="1" time="60.200""#))
        #expect(text.contains(#"<testcase name="Search" classname="search" time="30.100">"#))
        #expect(
            text.contains(
                #"<error message="chromedriver did not start a session within 30 s" type="startFailed">"#
            )
        )
    }

    @Test("the last attempt counts, the earlier ones are told")
    func attempts() {
        let text = text(run([SampleRun.flakyFlow]))
        #expect(text.contains(#"tests="2" failures="0" errors="0" skipped="0""#))
        #expect(text.contains("<system-out>attempt 1: failed\n  Expected Sign-in button (#submit-login)"))
        #expect(text.contains(#"<property name="flaky" value="true"/>"#))
    }

    @Test("a step that passed in the end has what earlier attempts came to, with their own pictures")
    func flaky() async throws {
        var flow = SampleRun.flakyFlow
        flow.attempts[0].evidence.dom = "cart/failure.html"
        flow.attempts[1].steps[0].screenshot = "cart/attempt-2/01-step.png"
        let text = text(run([flow]))
        #expect(text.contains(##"      <flakyFailure message="Expected Sign-in button (#submit-login)"##))
        #expect(text.contains(##" type="selector">\##n        <stackTrace>\##nExpected Sign-in button"##))
        #expect(
            text.contains(
                """
                        <system-out>[[ATTACHMENT|login/01-step.png]]
                [[ATTACHMENT|cart/failure.html]]</system-out>
                      </flakyFailure>
                      <system-out>[[ATTACHMENT|cart/attempt-2/01-step.png]]</system-out>
                    </testcase>
                """
            )
        )
        #expect(!text.contains("<failure") && !text.contains("<rerun"))
        #expect(try await XMLLint.complaints(about: JUnitReport.data(for: run([flow]))) == "")
    }

    @Test("a step that failed again has its earlier failures beside the last one")
    func rerun() async throws {
        var flow = SampleRun.failedFlow
        flow.attempts.append(flow.attempts[0])
        flow.attempts[1].number = 2
        let text = text(run([flow]))
        #expect(text.contains(#"failures="1""#))
        #expect(text.count("<failure ") == 1 && text.count("<rerunFailure ") == 1)
        #expect(!text.contains("<flaky"))
        #expect(try await XMLLint.complaints(about: JUnitReport.data(for: run([flow]))) == "")
    }

    @Test(
        "a browser that started only the second time is an error under the flow's title that passed in the end"
    )
    func flakyStart() async throws {
        var flow = SampleRun.errorFlow
        flow.attempts[1] = SampleRun.flakyFlow.attempts[1]
        (flow.outcome, flow.flaky) = (.passed, true)
        let text = text(run([flow]))
        #expect(text.contains(#"<testcase name="Search" classname="search""#))
        #expect(text.contains("<flakyError message=\"chromedriver did not start"))
        #expect(text.contains(#"errors="0""#))
        #expect(try await XMLLint.complaints(about: JUnitReport.data(for: run([flow]))) == "")
    }

    @Test("attachments begin with the picture of the step that failed, below the run's folder")
    func attachments() throws {
        var flow = SampleRun.groupFlow
        flow.attempts[0].steps[0].steps[1].screenshot = "settings/01.2-click.png"
        flow.attempts[0].steps[0].screenshot = "settings/01-sign-in.png"
        flow.attempts[0].evidence = EvidenceFiles(
            console: "settings/console.json",
            network: "settings/network.har",
            dom: "settings/failure.html"
        )
        let text = String(decoding: JUnitReport.data(for: run([flow]), folder: "results/a"), as: UTF8.self)
        #expect(
            text.contains(
                """
                <system-out>[[ATTACHMENT|results/a/settings/01.2-click.png]]
                [[ATTACHMENT|results/a/settings/01-sign-in.png]]
                [[ATTACHMENT|results/a/settings/failure.html]]
                [[ATTACHMENT|results/a/settings/console.json]]
                [[ATTACHMENT|results/a/settings/network.har]]</system-out>
                """
            )
        )
        #expect(text.count("failure.html") == 1)
        #expect(text.contains("\n  screenshot: results/a/settings/01.2-click.png\n"))
    }

    @Test("a flow that was not reached is one skipped case")
    func unreached() {
        let text = text(run([SampleRun.unreachedFlow]))
        #expect(
            text.contains(
                #"<testsuite name="report" tests="1" failures="0" errors="0" skipped="1" time="0.000""#
            )
        )
        #expect(text.contains(#"<testcase name="Monthly report" classname="report" time="0.000">"#))
    }
}

extension String {
    fileprivate func count(_ text: String) -> Int { ranges(of: text).count }
}
