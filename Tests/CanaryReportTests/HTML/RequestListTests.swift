import CanaryModel
import Foundation
import Testing

@testable import CanaryReport

@Suite("Requests in an HTMLReport") struct RequestListTests {
    private static func entry(_ url: String, at offset: Int, status: Int) -> HTTPArchive.Entry {
        var entry = HTTPArchive.Entry(
            startedDateTime: SampleRun.at(offset),
            request: .init(method: "GET", url: url, headers: [], body: nil),
            resourceType: "Fetch"
        )
        entry.time = 41.6
        entry.response.status = status
        entry.response.transferSize = 2345
        if status == 0 { entry.error = "net::ERR_CONNECTION_REFUSED" }
        return entry
    }

    private static func archive(_ entries: [HTTPArchive.Entry]) throws -> Data {
        try HTTPArchive(
            creator: .init(name: "canary", version: "1"),
            browser: nil,
            pages: [],
            entries: entries
        )
        .json()
    }

    private func text(har: Data?, failed: [FailedRequest] = []) -> String {
        var flow = SampleRun.failedFlow
        flow.attempts[0].statusCounts = StatusCounts(successes: 1, failed: 1)
        flow.attempts[0].evidence = EvidenceFiles(network: "login/network.har")
        flow.attempts[0].steps[4].requests = failed
        var run = SampleRun.run
        run.flows = [flow]
        let data = HTMLReport.data(for: run) { $0 == "login/network.har" ? har : SamplePicture.data() }
        return String(decoding: data, as: UTF8.self).replacing(ReportAsset.style.text, with: "")
    }

    @Test("the requests of the HAR are listed with status, kind, size, time and a bar on the time line")
    func rows() throws {
        let har = try Self.archive([
            Self.entry("https://example.test/a?<b>", at: 0, status: 200),
            Self.entry("https://example.test/api", at: 1000, status: 0),
        ])
        let text = text(har: har)
        #expect(text.contains("<code class=\"url\">https://example.test/a?&lt;b&gt;</code>"))
        #expect(text.contains("<span class=\"status\">200</span><span class=\"method\">GET</span>"))
        #expect(text.contains("<span class=\"type\">Fetch, 2 kB</span><span class=\"time\">42 ms</span><svg"))
        #expect(text.contains("<span class=\"status bad\">–</span>"))
        #expect(text.contains("<span class=\"type\">net::ERR_CONNECTION_REFUSED</span>"))
    }

    @Test("what other versions do not write is not needed")
    func sparse() {
        let har = """
            {"log": {"version": "1.2", "creator": {"name": "canary", "version": "0"}, "pages": [], "entries": [
              {"startedDateTime": "2026-11-21T03:20:14.000Z", "time": 5, "request": {"method": "GET", "url": "http://a/b?c=d"},
               "response": {"status": 404}}]}}
            """
        let text = text(har: Data(har.utf8))
        #expect(text.contains("<code class=\"url\">http://a/b?c=d</code><span class=\"type\">0 B</span>"))
    }

    @Test("of one that failed there is what was sent and answered, and a command that sends it again")
    func exchange() throws {
        var entry = Self.entry("https://example.test/api?q='<b>", at: 1000, status: 503)
        entry.request = .init(
            method: "POST",
            url: entry.request.url,
            headers: [.init(name: "X-Trace", value: "a'b"), .init(name: "Host", value: "example.test")],
            body: "{\"a\":1}"
        )
        entry.response.statusText = "Service Unavailable"
        entry.response.headers = [.init(name: "Retry-After", value: "5")]
        entry.response.content.text = "<p>busy"
        entry.serverIPAddress = "192.0.2.7"
        entry.step = "5"
        entry.timings.wait = 41
        let text = text(
            har: try Self.archive([Self.entry("https://example.test/", at: 0, status: 200), entry])
        )
        #expect(text.matches(of: /<details class="exchange">/).count == 1)
        for words in [
            "<li id=\"request-login-1-1\">", "<code>2026-11-22 00:00:00.123 UTC, step 5</code>",
            "<code>503 Service Unavailable</code>", "<code>192.0.2.7</code>", "<code>wait 41 ms</code>",
            "<code>X-Trace: a&#39;b</code>", "<code>Retry-After: 5</code>", "<code>&lt;p&gt;busy</code>",
            "data-copy=\"curl -i --compressed -X &#39;POST&#39; --url &#39;https://example.test/api?q=&#39;\\&#39;&#39;"
                + "&lt;b&gt;&#39; -H &#39;X-Trace: a&#39;\\&#39;&#39;b&#39; --data-raw &#39;{&quot;a&quot;:1}&#39;\"",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test("a reply that broke off is one that failed, unless the page gave it up itself")
    func brokenOff() throws {
        var broken = Self.entry("https://example.test/broken", at: 0, status: 200)
        broken.error = "net::ERR_CONTENT_LENGTH_MISMATCH"
        var given = Self.entry("https://example.test/given-up", at: 10, status: 206)
        given.error = "net::ERR_ABORTED"
        let text = text(har: try Self.archive([broken, given]))
        #expect(text.contains("<li id=\"request-login-1-0\">"))
        #expect(text.contains("<span class=\"status bad\">200</span>"))
        #expect(text.contains("<span class=\"status\">206</span>"))
        #expect(text.matches(of: /<details class="exchange">/).count == 1)
    }

    @Test("one that failed is listed however late it came, and its step leads to it")
    func late() throws {
        let entries = (0..<450).map {
            Self.entry("https://example.test/\($0)", at: $0, status: $0 == 400 ? 500 : 200)
        }
        let request = FailedRequest(
            method: "GET",
            url: "https://example.test/400",
            type: "Fetch",
            status: 500,
            time: SampleRun.at(400),
            duration: 42
        )
        let text = text(har: try Self.archive(entries), failed: [request])
        #expect(text.contains("<a href=\"#request-login-1-300\">Headers</a>"))
        #expect(text.contains("<li id=\"request-login-1-300\">"))
        #expect(text.contains("and 149 others, which the HAR has"))
    }

    @Test("of very many the first are listed, and the rest is counted")
    func many() throws {
        let entries = (0..<450).map { Self.entry("https://example.test/\($0)", at: $0, status: 200) }
        let text = text(har: try Self.archive(entries))
        #expect(text.matches(of: /<code class="url">/).count == 300)
        #expect(text.contains("and 150 others, which the HAR has"))
    }

    @Test("where the HAR is gone or is none, the counts stand alone", arguments: [nil, Data("{}".utf8)])
    func missing(_ har: Data?) {
        let text = text(har: har)
        #expect(text.contains("<p class=\"counts\">Requests: <span class=\"status ok\">1 × 2xx</span>"))
        #expect(!text.contains("<details class=\"requests\">"))
    }
}
