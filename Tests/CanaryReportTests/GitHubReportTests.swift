import CanaryModel
import CanaryReport
import Foundation
import TestSupport
import Testing

@Suite("GitHubReport") struct GitHubReportTests {
    private func report(_ flows: [FlowResult], prefix: String = "") -> GitHubReport {
        var run = SampleRun.run
        run.flows = flows
        return GitHubReport(run, folder: "canary-results/latest", filePrefix: prefix)
    }

    /// The sample flow, failed so often, each time under another name.
    private func failures(_ count: Int, flaky: Int = 0) -> [FlowResult] {
        func named(_ flow: FlowResult, _ number: Int) -> FlowResult {
            var flow = flow
            flow.name += "\(number)"
            return flow
        }
        return (0..<count).map { named(SampleRun.failedFlow, $0) }
            + (0..<flaky).map { named(SampleRun.flakyFlow, $0) }
    }

    @Test("a failure is an error on the line of its step")
    func annotation() {
        let file = "site/canaries/login.canary.json5"
        #expect(
            report([SampleRun.failedFlow], prefix: "site/").annotations
                == "::error file=\(file),line=16,col=9,title=login › Dashboard::"
                + "Expected .dashboard-container to be visible, but after 15.0 s nothing matched it."
                + "%0Alooked: 412 times in 15.0 s; never seen%0Athese match: [data-testid=\"dashboard\"]"
                + "%0Athese match: main.dashboard"
                + "%0Apage: https://shop.example.com/login?error=1 “Sign in – Example App”"
                + "%0Aat: canaries/login.canary.json5:16:9"
                + "%0Ascreenshot: canary-results/latest/login/05-step.png\n"
        )
    }

    @Test("a flaky flow is a warning, one that could not be judged an error that says so")
    func kinds() {
        let flaky = report([SampleRun.flakyFlow]).annotations
        #expect(
            flaky.hasPrefix("::warning file=canaries/login.canary.json5,line=16,col=9,title=cart is flaky::")
        )
        #expect(flaky.contains("It passed on attempt 2.%0AExpected Sign-in button"))
        #expect(
            report([SampleRun.errorFlow]).annotations.hasPrefix(
                "::error file=canaries/search.canary.json5,title=search could not be judged::chromedriver did not"
            )
        )
        #expect(report([SampleRun.unreachedFlow]).annotations == "")
    }

    @Test("what pages and names say cannot end a command, a property or a line")
    func escapes() {
        var flow = SampleRun.failedFlow
        flow.name = "a:b,c%d\ne"
        let failure = Failure(code: .script, message: "50% ::error::\r\n::stop-commands::x", step: nil)
        flow.attempts[0].steps[4].failure = failure
        flow.attempts[0].failure = failure
        let text = report([flow]).annotations
        #expect(
            text.hasPrefix(
                "::error file=canaries/login.canary.json5,title=a%3Ab%2Cc%25d\\ne::50%25 ::error::"
            )
        )
        #expect(text.split(separator: "\n").count == 1 && !text.contains("\r"))
    }

    @Test("of a kind there are at most ten, the first failure of every flow before further ones")
    func limits() {
        let lines = report(failures(12, flaky: 11)).annotations.split(separator: "\n")
        #expect(lines.count { $0.hasPrefix("::error ") } == 10)
        #expect(lines.count { $0.hasPrefix("::warning ") } == 10)
        #expect(lines.last == "3 more in the summary of the job")
        // Two failures in this flow: the second gives way to the other flow's first.
        let order = report([SampleRun.groupFlow, SampleRun.failedFlow]).problemTitles
        #expect(order == ["settings › Click #submit-login", "login › Dashboard", "settings › Key elements"])
    }

    @Test("the summary has a table of the flows, worst first, and all failures in full")
    func summary() {
        let text = report([SampleRun.flakyFlow] + failures(12) + [SampleRun.unreachedFlow]).summary
        #expect(text.hasPrefix("## canary: 14 flows: 12 failed, 1 not reached, 1 flaky in 1m 48s\n"))
        #expect(
            text.contains("| ❌ | **login0** Sign in and see the dashboard | failed | 15.9 s | Dashboard |\n")
        )
        #expect(text.contains("| ⚠️ | **cart** | passed on attempt 2, flaky | 11.0 s |  |\n"))
        #expect(text.ranges(of: "### ❌ login").count == 12)
        #expect(text.contains("```text\nExpected .dashboard-container to be visible"))
        #expect(text.contains("Results: `canary-results/latest`"))
    }

    @Test("the summary quotes the flow file with the failed line marked")
    func excerpt() {
        var flow = SampleRun.failedFlow
        let lines = ["  { open: \"/\" },", "  { waitFor: … },"]
        flow.attempts[0].steps[4].failure?.excerpt = SourceExcerpt(firstLine: 15, lines: lines)
        #expect(report([flow]).summary.contains("  15 │   { open: \"/\" },\n> 16 │   { waitFor: … },\n"))
    }

    @Test("what a page says is text alone in the summary")
    func hostileSummary() {
        var flow = SampleRun.failedFlow
        flow.title = "a | b <img src=x> [l](http://x) `c` @you"
        let failure = Failure(code: .script, message: "x\n```\n# Not a heading ````", step: "s | t")
        flow.attempts[0].steps[4].failure = failure
        flow.attempts[0].failure = failure
        let text = report([flow]).summary
        #expect(
            text.contains(
                "a &#124; b &#60;img src=x&#62; &#91;l&#93;&#40;http&#58;//x&#41; &#96;c&#96; &#64;you"
            )
        )
        #expect(text.contains("| s &#124; t |"))
        #expect(text.contains("`````text\nx\\n```\\n# Not a heading ````\n"))
    }

    /// GitHub's own reader of Markdown has the last word on what is text.
    @Test("what a page says makes no markup of GitHub's Markdown")
    func renderedSummary() async throws {
        let evil =
            "a | b <img src=x> <b>c</b> [l](http://x) ![i](x) `c` **d** ~~e~~ www.evil.example </td> \\| &lt;"
        var flow = SampleRun.failedFlow
        (flow.name, flow.title) = (evil, "# " + evil)
        let failure = Failure(code: .script, message: "``` \(evil)\n```\n# h", step: evil)
        flow.attempts[0].steps[4].failure = failure
        flow.attempts[0].failure = failure
        let html = try await withTemporaryFolder { folder in
            let file = "\(folder)/summary.md"
            try report([flow]).summary.write(toFile: file, atomically: false, encoding: .utf8)
            let extensions = ["table", "strikethrough", "autolink", "tagfilter"].flatMap { ["-e", $0] }
            let command = ["cmark-gfm", "--unsafe"] + extensions + [file]
            return try await ChildProcess.run(command).joined(separator: "\n")
        }
        let tags = Set(html.matches(of: #/<([a-z0-9]+)[^<>]*>/#).map { String($0.1) })
        let own = ["h2", "h3", "table", "thead", "tbody", "tr", "th", "td", "strong", "pre", "code", "p"]
        #expect(tags == Set(own))
        #expect(html.ranges(of: "<td").count == 5)
        #expect(html.ranges(of: "<strong").count == 1)
        let text = evil.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
        #expect(html.contains("<strong>\(text)</strong> # \(text.prefix(50))"))
        #expect(html.contains("<pre><code class=\"language-text\">"))
    }

    @Test("a summary that GitHub would not take is cut, and says by how much")
    func longSummary() {
        let text = report(failures(5000)).summary
        #expect(text.utf8.count < 1_000_000)
        #expect(text.contains(" more failures are in the report."))
    }

    @Test("secrets are masked line by line, short ones and doubles left out")
    func masks() {
        #expect(
            GitHubReport.masks(for: ["geheim", "100%\nkeyb", "geheim", "abc"])
                == "::add-mask::100%25\n::add-mask::100%25%0Akeyb\n::add-mask::geheim\n::add-mask::keyb\n"
        )
    }
}

extension GitHubReport {
    /// The titles of the errors.
    fileprivate var problemTitles: [String] {
        annotations.split(separator: "\n").compactMap { line in
            line.firstRange(of: "title=").map { line[$0.upperBound...] }.flatMap { rest in
                rest.firstRange(of: "::").map { String(rest[..<$0.lowerBound]) }
            }
        }
    }
}
