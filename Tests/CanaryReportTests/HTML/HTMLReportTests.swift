import CanaryModel
import Foundation
import Testing

@testable import CanaryReport

@Suite("HTMLReport") struct HTMLReportTests {
    /// The report without its style and script.
    func text(
        _ flows: [FlowResult] = SampleRun.run.flows,
        limit: Int = HTMLReport.limit,
        picture: (String) -> Data? = { _ in SamplePicture.data() }
    ) -> String {
        var run = SampleRun.run
        run.flows = flows
        let data = HTMLReport.data(for: run, limit: limit, file: picture)
        return String(decoding: data, as: UTF8.self)
            .replacing(ReportAsset.style.text, with: "").replacing(ReportAsset.script.text, with: "")
    }

    /// The flow whose fifth step failed, with that step changed.
    func failedFlow(_ change: (inout StepResult) -> Void) -> FlowResult {
        var flow = SampleRun.failedFlow
        change(&flow.attempts[0].steps[4])
        return flow
    }

    @Test("the failure is told in words, with its target, what was seen and what would have matched")
    func failure() {
        let text = text()
        for words in [
            "Expected .dashboard-container to be visible, but after 15.0 s nothing matched it.",
            "<dt>looked</dt><dd><code>412 times in 15.0 s; never seen</code>",
            "data-copy=\"[data-testid=&quot;dashboard&quot;]\"",
            "canaries/login.canary.json5:16:9",
            "5 Dashboard", "run canary doctor", "took the 2nd alternative",
            "chrome-headless-shell 156.0.8078.79",
        ] {
            #expect(text.contains(words))
        }
    }

    @Test("what did not pass comes first and is open, then what is flaky")
    func order() {
        let text = text(
            [SampleRun.unreachedFlow, SampleRun.flakyFlow] + SampleRun.run.flows.prefix(3).reversed()
        )
        let flows = text.matches(of: /<details class="flow (\w+)" id="flow-(\w+)"[^>]*?( open)?>/)
        #expect(flows.map(\.2) == ["settings", "login", "search", "cart", "report"])
        #expect(flows.map { $0.3 != nil } == [true, true, true, false, false])
    }

    @Test("the lines of the flow file are quoted, the place marked by line and column")
    func excerpt() {
        let flow = failedFlow {
            $0.failure?.excerpt = SourceExcerpt(firstLine: 15, lines: ["a <b>", "        here ü", "c"])
        }
        let text = text([flow])
        #expect(text.contains("<span class=\"line\" data-number=\"15\">a &lt;b&gt;</span>"))
        #expect(
            text.contains("<span class=\"line place\" data-number=\"16\">        <mark>here ü</mark></span>")
        )
    }

    @Test("what came late is told with what to do, and the last good picture stands beside the failing one")
    func late() {
        let flow = failedFlow {
            $0.failure?.diagnoses[0].appearedAfter = 16_200
            $0.lastGood = PreviousPicture(run: "r", taken: SampleRun.start, path: "../r/login/05.png")
            $0.region = PictureRegion(
                .cover,
                x: -10,
                y: 180,
                width: 650,
                height: 90,
                viewport: Viewport(width: 1280, height: 720)
            )
        }
        var asked: [String] = []
        let text = text([flow]) { path in
            asked.append(path)
            return SamplePicture.data(of: path)
        }
        #expect(text.contains("It appeared after 16.2 s; the step waited 15.0 s."))
        #expect(text.contains("<rect x=\"0.00%\" y=\"25.00%\" width=\"50.00%\" height=\"12.50%\">"))
        #expect(text.contains("framed: what covers the element"))
        #expect(Array(asked.prefix(2)) == ["login/05-step.png", "../r/login/05.png"])
        #expect(Set(asked).count == asked.count)
    }

    @Test("console, failed requests, status counts and evidence are on their step and attempt")
    func evidence() {
        var flow = failedFlow {
            $0.console = [
                ConsoleEntry(
                    level: .error,
                    source: "javascript",
                    text: "x is <undefined>",
                    url: "https://a.test/a.js",
                    line: 3,
                    column: 7,
                    time: SampleRun.start
                )
            ]
            $0.requests = [
                FailedRequest(
                    method: "POST",
                    url: "https://a.test/api",
                    type: "XHR",
                    status: 503,
                    time: SampleRun.start,
                    duration: 41
                )
            ]
        }
        flow.attempts[0].statusCounts = StatusCounts(successes: 12, serverErrors: 1)
        flow.attempts[0].evidence = EvidenceFiles(network: "login/network.har")
        let text = text([flow])
        #expect(text.contains("<b>page error</b><span>x is &lt;undefined&gt;</span>"))
        #expect(text.contains("<code>https://a.test/a.js:3:7</code>"))
        #expect(text.contains("<b>HTTP 503</b><span>POST https://a.test/api</span><code>XHR · 41 ms</code>"))
        #expect(text.contains("<span class=\"status bad\">1 × 5xx</span>"))
        #expect(text.contains("<a href=\"./login/network.har\" class=\"file\">Network (HAR)</a>"))
    }

    @Test("the same run gives the same bytes")
    func determinism() {
        #expect(text() == text())
    }
}
