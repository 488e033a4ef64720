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

    private func text(har: Data?) -> String {
        var flow = SampleRun.failedFlow
        flow.attempts[0].statusCounts = StatusCounts(successes: 1, failed: 1)
        flow.attempts[0].evidence = EvidenceFiles(network: "login/network.har")
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
