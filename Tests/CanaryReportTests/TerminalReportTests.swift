import CanaryModel
import CanaryReport
import Testing

@Suite("TerminalReport") struct TerminalReportTests {
    let report = TerminalReport(folder: "canary-results/20261120T235959Z-k3f9", titles: SampleRun.titles)

    func told(_ flow: FlowResult, by report: TerminalReport) -> String {
        SampleRun.events(of: flow).map(report.text).joined()
    }

    @Test("a flow is a heading, a line a step, the failure in full, and what was not reached")
    func failedFlow() {
        #expect(
            told(SampleRun.failedFlow, by: report) == """
                login  Sign in and see the dashboard
                  ✓  182 ms  Landing page
                  ✓   41 ms  Click #login-btn
                          ·  took the 2nd alternative, text="Log in"
                  ✓   96 ms  Enter credentials
                  ✓   73 ms  Click #submit-login
                  ✗  15.0 s  Dashboard
                             Expected .dashboard-container to be visible, but after 15.0 s nothing matched it.
                             looked       412 times in 15.0 s; never seen
                             these match  [data-testid="dashboard"]
                                          main.dashboard
                             page         https://shop.example.com/login?error=1 “Sign in – Example App”
                             at           canaries/login.canary.json5:16:9
                             screenshot   canary-results/20261120T235959Z-k3f9/login/05-step.png
                  ✓   31 ms  cleanup: Click #logout
                          ·  optional: did not hold
                  –          not reached: Key elements
                          ·  the browser runs without its sandbox, as root


                """
        )
    }

    @Test("a failure of a soft step in a group stands below that step")
    func softInGroup() {
        var soft = Failure(code: .value, message: "it was not filled")
        soft.step = "Fill #a"
        let group = SampleRun.step(
            1,
            "Form",
            .failed,
            90,
            failure: soft,
            steps: [
                SampleRun.step(1, "Fill #a", .failed, 50, failure: soft),
                SampleRun.step(2, "Click #b", .passed, 40),
            ]
        )
        let flow = FlowResult(name: "f", title: "f", file: "f.canary.json5", tags: [])
        let event = RunEvent.stepEnded(
            flow: flow.name,
            attempt: 1,
            group: nil,
            isCleanup: false,
            result: group
        )
        #expect(
            report.text(for: event) == """
                  ✗   90 ms  Form
                  ✗   50 ms    Fill #a
                             it was not filled
                             page        https://shop.example.com/login “Sign in”
                             screenshot  canary-results/20261120T235959Z-k3f9/login/01-step.png
                  ✓   40 ms    Click #b

                """
        )
    }

    @Test("what is forgiven of an optional group is a note, in a verbose report too")
    func forgivenGroup() {
        let failure = Failure(code: .value, message: "it was not filled")
        let group = SampleRun.step(
            1,
            "Banner",
            .passed,
            90,
            notes: ["optional, did not hold: it was not filled"],
            steps: [SampleRun.step(1, "Fill #a", .failed, 50, failure: failure)]
        )
        let report = TerminalReport(folder: "results", titles: SampleRun.titles, verbosity: .verbose)
        let event = RunEvent.stepEnded(flow: "f", attempt: 1, group: nil, isCleanup: false, result: group)
        #expect(
            report.text(for: event) == """
                  ✓   90 ms  Banner
                          ·  optional, did not hold: it was not filled
                  ✗   50 ms    Fill #a

                """
        )
    }

    @Test("a group that fails shows its steps and says why once; several findings share what holds for all")
    func groupFlow() {
        #expect(
            told(SampleRun.groupFlow, by: report) == """
                settings  Settings
                  ✗  10.1 s  Sign in
                  ✓   51 ms    Fill #username
                  ✗  10.1 s    Click #submit-login
                             Expected Sign-in button (#submit-login) to be clickable, but after 10.0 s \
                it was covered by <div class="cookie-banner">.
                             looked      38 times in 10.0 s; seen from 12 ms to 10.0 s
                             match       <button id="submit-login" class="btn primary">
                             frame       iframe#sso › iframe[name=inner]
                             page        https://shop.example.com/login “Sign in”
                             at          canaries/login.canary.json5:16:9
                             screenshot  canary-results/20261120T235959Z-k3f9/login/02-step.png
                  ✗  10.0 s  Key elements
                             Expected button to be clickable, but after 10.0 s it matched 6 visible elements, \
                where it must match exactly one.
                             looked      5 times in 10.0 s; seen from 0 ms to 10.0 s
                             matches     7, of which 6 visible
                                         <button id="a">
                                         <button id="b">
                                         <button class="c">
                                         … and 3 more

                             Expected the page to have a title that contains "Dashboard", but after 10.0 s \
                it was "502 Bad Gateway".
                             looked      51 times in 10.0 s

                             page        https://shop.example.com/ “502 Bad Gateway”
                             at          canaries/login.canary.json5:16:9
                             screenshot  canary-results/20261120T235959Z-k3f9/login/02-step.png


                """
        )
    }

    @Test("an attempt without a browser says why, and a second attempt is counted")
    func errorFlow() {
        let attempt = """
              !  30.1 s  could not be judged
                         chromedriver did not start a session within 30 s
                         help  run canary doctor
              –          not reached: Landing page


            """
        #expect(
            told(SampleRun.errorFlow, by: report)
                == "search  Search\n\(attempt)search  Search  attempt 2\n\(attempt)"
        )
    }

    @Test("a verbose report has the steps of groups and the browser")
    func verbose() {
        var report = report
        report.verbosity = .verbose
        let text = told(SampleRun.failedFlow, by: report)
        #expect(text.contains("  ✓   96 ms  Enter credentials\n  ✓   51 ms    Fill #username\n"))
        #expect(
            text.contains(
                "·  chrome-headless-shell 156.0.8078.79, driver 156.0.8078.79, linux, without sandbox"
            )
        )
    }

    @Test("a quiet report has only what went wrong, with its flow's name")
    func quiet() {
        var report = report
        report.verbosity = .quiet
        let text = told(SampleRun.failedFlow, by: report)
        #expect(
            text.hasPrefix("login    │   ✗  15.0 s  Dashboard\nlogin    │              Expected .dashboard")
        )
        #expect(!text.contains("✓") && !text.contains("not reached"))
        #expect(text.split(separator: "\n").allSatisfy { $0.hasPrefix("login    │ ") })
        var passed = SampleRun.flakyFlow
        passed.attempts.removeFirst()
        #expect(told(passed, by: report).isEmpty)
    }

    @Test("side by side, every line begins with its flow's name, and the end is told")
    func parallel() {
        var report = report
        report.isParallel = true
        let text = SampleRun.run.flows.map { told($0, by: report) }.joined()
        let names = SampleRun.run.flows.map(\.name)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
            #expect(names.contains { line.hasPrefix($0) } && line.dropFirst(9).hasPrefix("│"), "\(line)")
        }
        #expect(text.contains("login    │ ✗ failed in 15.9 s\n"))
        #expect(text.contains("cart     │ ✓ passed on attempt 2, flaky in 11.0 s\n"))
        #expect(text.contains("report   │ – not reached\n"))
    }

    @Test("the summary names what did not simply pass, counts, and says whose fault an error is")
    func summary() {
        #expect(
            report.summary(of: SampleRun.run) == """

                ✗ login › Dashboard: Expected .dashboard-container to be visible, but after 15.0 s nothing matched it.
                ✗ settings › Click #submit-login: Expected Sign-in button (#submit-login) to be clickable, but after \
                10.0 s it was covered by <div class="cookie-banner">.
                ! search: chromedriver did not start a session within 30 s
                ✓ cart: passed on attempt 2, flaky
                5 flows: 1 passed (1 flaky), 2 failed, 1 could not be judged, 1 not reached in 1m 48s
                What could not be judged says nothing about the site: its cause is the browser, the driver, \
                this machine or the flow.
                Results: canary-results/20261120T235959Z-k3f9

                """
        )
    }

    @Test("the summary of one flow that passed is two lines")
    func summaryOfOne() {
        var run = SampleRun.run
        run.flows = [SampleRun.flakyFlow]
        run.flows[0].flaky = false
        run.duration = 1_204
        #expect(
            report.summary(of: run)
                == "1 flow: 1 passed in 1.2 s\nResults: canary-results/20261120T235959Z-k3f9\n"
        )
    }

    @Test("a run of which evidence was removed says so in every report that sums up")
    func removedEvidence() {
        var run = SampleRun.run
        run.removed = RemovedEvidence(files: 3, bytes: 1_234_567, limit: 200_000_000)
        let words = "3 files of evidence (1.2 MB) were removed"
        #expect(report.summary(of: run).contains("\n\(words): all of it may take 200 MB (--max-artifacts)\n"))
        #expect(String(decoding: HTMLReport.data(for: run) { _ in nil }, as: UTF8.self).contains(words))
        #expect(GitHubReport(run, folder: "").summary.contains("3 files of evidence"))
    }

    @Test("a run that was interrupted, killed or could not go on says so")
    func brokenRuns() {
        var run = SampleRun.run
        run.state = .interrupted
        #expect(
            report.summary(of: run).contains(
                "Interrupted: what was not reached says nothing about the site.\n"
            )
        )
        run.state = .running
        #expect(report.summary(of: run).contains("Not finished: the run goes on, or was killed."))
        run.state = .finished
        run.flows = []
        run.failure = Failure(code: .output, message: "no space left on device", help: "free some")
        let text = report.summary(of: run)
        #expect(text.contains("! The run could not go on\n"))
        #expect(text.contains("no space left on device\n") && text.contains("help  free some\n"))
        #expect(text.contains("says nothing about the site: "))
    }

    @Test("help of several lines, as the end of a log, is told line by line")
    func longHelp() {
        var run = SampleRun.run
        run.failure = Failure(code: .output, message: "no", help: "the end of its log:\nfirst\r\nsecond\n")
        let lines = report.summary(of: run).split(separator: "\n").map { $0.drop { $0 == " " } }
        for line in ["help  the end of its log:", "first", "second"] { #expect(lines.contains(line[...])) }
    }

    @Test("colours only where they are wanted, and the same text with and without")
    func colours() {
        var colored = report
        colored.isColored = true
        for flow in SampleRun.run.flows {
            let plain = told(flow, by: report)
            let painted = told(flow, by: colored)
            #expect(!plain.contains("\u{1B}"))
            #expect(painted.contains("\u{1B}[") && painted.replacing(#/\u{1B}\[[0-9;]*m/#, with: "") == plain)
        }
    }

    @Test("whatever a page says, no control character reaches the terminal and no text fills it")
    func hostile() {
        let evil =
            "\u{1B}[2J\u{1B}]0;x\u{7}\r\n\u{9B}31m\u{202E}\u{0}" + String(repeating: "Z", count: 100_000)
        let diagnosis = Diagnosis(
            target: evil,
            name: evil,
            wanted: evil,
            reason: .covered,
            actual: evil,
            matches: 9,
            visibleMatches: 9,
            elements: Array(repeating: evil, count: 50),
            coveredBy: evil,
            waited: 1,
            looks: 1,
            url: evil,
            title: evil,
            frame: [evil, evil],
            suggestions: Array(repeating: evil, count: 50)
        )
        let failure = Failure(
            code: .timeout,
            message: evil,
            help: evil,
            step: evil,
            position: SourcePosition(file: "a", line: 1, column: 1),
            diagnoses: [diagnosis]
        )
        var step = SampleRun.step(1, evil, .failed, 10, failure: failure, notes: [evil])
        step.steps = [step]
        let attempt = AttemptResult(
            number: 1,
            outcome: .failed,
            started: SampleRun.start,
            duration: 1,
            steps: [step, SampleRun.step(2, evil, .skipped)],
            failure: failure,
            notes: [evil]
        )
        let flow = FlowResult(name: "x", title: evil, file: "x", outcome: .failed, attempts: [attempt])
        var run = SampleRun.run
        run.flows = [flow, flow]
        let report = TerminalReport(folder: "out", titles: ["x": evil], verbosity: .verbose)
        let text = told(flow, by: report) + report.summary(of: run)
        let bad = text.unicodeScalars.filter {
            $0 != "\n" && ($0.value < 0x20 || (0x7F..<0xA0).contains($0.value))
        }
        #expect(bad.isEmpty && !text.contains("\u{202E}"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count < 1200 })
        #expect(text.count < 30_000)
    }

    @Test("the live line looks like the line that takes its place, and fits", arguments: [20, 40, 80])
    func liveLine(width: Int) throws {
        let event = RunEvent.stepStarted(
            flow: "login",
            attempt: 1,
            group: "Sign in 日本語",
            number: 2,
            name: "Click 🐤\n#button",
            at: SampleRun.start
        )
        let line = try #require(live([event], elapsed: .milliseconds(3_250), columns: width).first)
        #expect(line.hasPrefix("  ·   3.2 s  Sign"))
        #expect(line.count < width && !line.contains("\n"))
        if width == 80 { #expect(line.contains("› Click 🐤\\n#button")) }
    }

    @Test("what begins nothing has no live line")
    func noLiveLine() {
        let events = SampleRun.events(of: SampleRun.failedFlow)
        #expect(live(events, columns: 80).count == 1 + 6 + 2)
        #expect(
            live([events[0]], elapsed: .seconds(120), columns: 80) == ["  ·  2m 00s  starting the browser"]
        )
    }

    @Test("side by side every flow has a live line; what has no room is counted")
    func liveLines() {
        var report = report
        report.isParallel = true
        let events = (1...5).map { RunEvent.flowStarted(flow: "flow\($0)", attempt: 1, at: SampleRun.start) }
        let running = events.map { TerminalReport.Running($0, elapsed: .seconds(1)) }
        let all = report.liveLines(for: running, columns: 80, rows: 24)
        #expect(all == (1...5).map { "  ·   1.0 s  flow\($0) › starting the browser" })
        let few = report.liveLines(for: running, columns: 80, rows: 4)
        #expect(few == all.prefix(2) + ["          ·  3 more"])
        #expect(TerminalReport.replacing(3, with: "a\n") == "\r\u{1B}[3Aa\u{1B}[K\n\u{1B}[J")
        #expect(TerminalReport.replacing(0, with: "a\n") == "a\n")
    }

    @Test(
        "a live line is cut where the terminal ends, wide characters counted twice",
        arguments: [
            ("abcdefghijkl", "abcdefghi"), ("日本語日本語", "日本語日"), ("ab日本語日本", "ab日本語"),
            ("🐤🐤🐤🐤🐤🐤", "🐤🐤🐤🐤"), ("–›…é–›…é–›…é", "–›…é–›…é–"), ("e\u{301}日本語日本", "e\u{301}日本語日"),
        ]
    )
    func width(name: String, shown: String) {
        let event = RunEvent.stepStarted(
            flow: "a",
            attempt: 1,
            group: nil,
            number: 1,
            name: name,
            at: SampleRun.start
        )
        // 13 columns stand before the name, one is left free at the end.
        #expect(live([event], columns: 23) == ["  ·   0.0 s  " + shown])
    }

    private func live(_ events: [RunEvent], elapsed: Duration = .zero, columns: Int) -> [String] {
        let running = events.map { TerminalReport.Running($0, elapsed: elapsed) }
        return report.liveLines(for: running, columns: columns, rows: 24)
    }
}
