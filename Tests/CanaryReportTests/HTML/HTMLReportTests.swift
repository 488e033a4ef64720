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
        #expect(!text.contains("Before it"))
        #expect(Array(asked.prefix(2)) == ["login/05-step.png", "../r/login/05.png"])
        #expect(Set(asked).count == asked.count)
    }

    @Test("frames that the picture has already are not drawn once more, and both are told")
    func drawnFrames() {
        let flow = failedFlow {
            let viewport = Viewport(width: 1280, height: 720)
            $0.region = PictureRegion(
                .element,
                x: 1,
                y: 2,
                width: 3,
                height: 4,
                isDrawn: true,
                viewport: viewport
            )
            $0.cover = PictureRegion(
                .cover,
                x: 0,
                y: 0,
                width: 9,
                height: 9,
                isDrawn: true,
                viewport: viewport
            )
        }
        let text = text([flow]) { SamplePicture.data(of: $0) }
        #expect(text.contains("framed: the element, and with dashes what covers it"))
        #expect(!text.contains("class=\"region"))
    }

    @Test("the failure can be copied as text, line by line, with time and browser")
    func copied() throws {
        let flow = failedFlow {
            $0.failure?.excerpt = SourceExcerpt(firstLine: 15, lines: ["a <b>", "c"])
        }
        let label = /data-copy="([^"]*)">Copy as text/
        let copied = try #require(text([flow]).firstMatch(of: label)).1.split(separator: "&#10;")
        #expect(copied.first == "login › 5 Dashboard (selector)")
        for line in [
            "Expected .dashboard-container to be visible, but after 15.0 s nothing matched it.",
            "  looked: 412 times in 15.0 s; never seen", "  these match: [data-testid=&quot;dashboard&quot;]",
            "at: canaries/login.canary.json5:16:9", "  15 │ a &lt;b&gt;", "&gt; 16 │ c",
        ] {
            #expect(copied.contains(Substring(line)), "\(copied)")
        }
        #expect(copied.contains { $0.hasPrefix("time: 2026-11-21 23:59:59.623 to ") && $0.hasSuffix(" UTC") })
        #expect(copied.contains { $0.hasPrefix("browser: chrome-headless-shell 156.") })
    }

    @Test("each step has its start and its line, with the file where it is another than the flow's")
    func places() {
        let flow = failedFlow { $0.position = SourcePosition(file: "a/shared.json5", line: 3, column: 1) }
        let text = text([flow])
        #expect(text.contains("title=\"canaries/login.canary.json5:2:9\">:2</code>"))
        #expect(text.contains("title=\"a/shared.json5:3:1\">shared.json5:3</code>"))
        #expect(text.contains("title=\"2026-11-21 23:59:59 UTC\">23:59:59.223</time>"))
    }

    @Test("where the step never passed, the picture before it stands beside that of the failure")
    func before() {
        #expect(text([failedFlow { _ in }]).contains("<figcaption>Before it: 4 "))
        let unpictured = text([failedFlow { $0.screenshot = nil }])
        #expect(unpictured.contains("<figcaption>Before it: 4 "))
        #expect(!unpictured.contains("At the failure"))
    }

    @Test("a flow has a link to itself, and an attempt that is folded says why it did not pass")
    func folded() {
        let text = text([SampleRun.flakyFlow])
        #expect(text.contains("<a href=\"#flow-cart\">Link to this flow</a>"))
        let first = text.firstMatch(of: /Attempt 1<\/span>(?s:.*?)<\/summary>/)
        #expect(first?.0.contains("<span class=\"reason\"><b>") == true)
    }

    @Test("the command line is there as a shell takes it, and the size of the page")
    func command() {
        var run = SampleRun.run
        run.command = ["canary", "run", "--var", "A=***", "it's.json5"]
        run.flows[0].attempts[0].environment?.viewport = Viewport(width: 360, height: 640)
        let text = String(decoding: HTMLReport.data(for: run) { _ in nil }, as: UTF8.self)
        #expect(
            text.contains(
                "data-copy=\"canary run --var &#39;A=***&#39; &#39;it&#39;\\&#39;&#39;s.json5&#39;\">Copy<"
            )
        )
        #expect(text.contains("linux, 360 × 640, without sandbox"))
    }

    @Test("the document at the failure is there, folded, as its source")
    func document() {
        let flow = failedFlow { _ in }
        var other = flow
        other.attempts[0].evidence = EvidenceFiles(dom: "login/failure.html")
        let text = text([other]) { path in
            path == "login/failure.html" ? Data("<p>\r\n\t<b>\u{202E}</b>".utf8) : nil
        }
        #expect(text.contains("DOM at the failure: 16 bytes</summary>"))
        #expect(text.contains(">&lt;p&gt;\n  &lt;b&gt;\\u{202E}&lt;/b&gt;\n</pre>"))
    }

    @Test("tags have buttons, the most frequent first, unless every flow has them")
    func tags() {
        var flows = [SampleRun.failedFlow, SampleRun.flakyFlow, SampleRun.failedFlow]
        for (index, tags) in [["all", "b", "a"], ["all", "<c>"], ["all", "b"]].enumerated() {
            flows[index].tags = tags
        }
        let buttons = text(flows).matches(of: /data-tag="([^"]*)" aria-pressed="false">([^<]*)</)
        #expect(buttons.map { "\($0.1) \($0.2)" } == ["b b 2", "&lt;c&gt; &lt;c&gt; 1", "a a 1"])
    }

    @Test("all that the console said is there, folded, with its time, and what is too much is counted")
    func console() throws {
        var flow = failedFlow { _ in }
        flow.attempts[0].evidence = EvidenceFiles(console: "login/console.json")
        let entries = (0..<310).map { index in
            ConsoleEntry(
                level: index == 0 ? .error : .info,
                source: "console-api",
                text: "<\(index)>",
                time: SampleRun.at(index),
                step: "2"
            )
        }
        let json = try JSONEncoder().encode(entries)
        let text = text([flow]) { $0 == "login/console.json" ? json : nil }
        #expect(
            text.contains(
                "<span class=\"status bad\">1 × error</span><span class=\"status\">309 × info</span>"
            )
        )
        #expect(text.contains("23:59:59.124</time><b>info</b><span>&lt;1&gt;</span><code>step 2</code>"))
        let listed = (0..<310).filter { text.contains("&lt;\($0)&gt;") }
        #expect(listed == Array(0..<150) + Array(160..<310))
        #expect(text.contains("then 10 others, which the file has, and the last:"))
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
