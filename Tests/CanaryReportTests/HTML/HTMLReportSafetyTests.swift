import CanaryModel
import Foundation
import Hashing
import Testing

@testable import CanaryReport

@Suite("HTMLReport, safe") struct HTMLReportSafetyTests {
    static let evil =
        "</script></style>--><img src=x onerror=alert(1)>\"'`\u{0}\u{1B}\u{202E}<svg onload=alert(1)>"

    static let flow: FlowResult = {
        var flow = SampleRun.failedFlow
        (flow.name, flow.title, flow.file, flow.tags) = (evil, evil, evil, [evil])
        let place = SourcePosition(file: evil, line: 1, column: 5)
        let diagnosis = Diagnosis(
            target: evil,
            name: evil,
            wanted: evil,
            reason: .mismatch,
            actual: evil,
            matches: 2,
            elements: [evil],
            coveredBy: evil,
            looks: 1,
            url: evil,
            title: evil,
            frame: [evil],
            suggestions: [evil],
            position: place
        )
        let failure = Failure(
            code: .timeout,
            message: evil,
            help: evil,
            step: evil,
            position: place,
            excerpt: SourceExcerpt(firstLine: 1, lines: [evil]),
            diagnoses: [diagnosis]
        )
        var step = StepResult(number: 1, name: evil, position: place, outcome: .failed)
        (step.url, step.title, step.notes, step.failure) = (evil, evil, [evil], failure)
        step.screenshot = evil
        step.lastGood = PreviousPicture(run: evil, taken: SampleRun.start, path: "../" + evil)
        step.console = [
            ConsoleEntry(level: .error, source: evil, text: evil, url: evil, time: SampleRun.start)
        ]
        step.requests = [
            FailedRequest(
                method: evil,
                url: evil,
                type: evil,
                error: evil,
                time: SampleRun.start,
                duration: 1
            )
        ]
        flow.attempts[0].steps = [step]
        flow.attempts[0].failure = failure
        flow.attempts[0].notes = [evil]
        flow.attempts[0].environment?.browser = evil
        flow.attempts[0].evidence = EvidenceFiles(console: evil, network: evil, dom: evil)
        return flow
    }()

    /// A HAR and a console in which everything that a page or a server can say is hostile.
    private static func hostileFiles() throws -> (har: Data, console: Data) {
        var entry = HTTPArchive.Entry(
            startedDateTime: SampleRun.start,
            request: .init(method: evil, url: evil, headers: [.init(name: evil, value: evil)], body: evil),
            resourceType: evil
        )
        entry.response.headers = [.init(name: evil, value: evil)]
        entry.response.statusText = evil
        entry.response.content.text = evil
        (entry.error, entry.serverIPAddress, entry.step) = (evil, evil, evil)
        let har = HTTPArchive(
            creator: .init(name: evil, version: evil),
            browser: nil,
            pages: [],
            entries: [entry]
        )
        return (try har.json(), try JSONEncoder().encode(flow.attempts[0].steps[0].console))
    }

    @Test("what a page says in logs is text")
    func hostileLogs() throws {
        let files = try Self.hostileFiles()
        var run = SampleRun.run
        var flow = Self.flow
        run.command = [Self.evil]
        flow.attempts[0].statusCounts = StatusCounts(failed: 1)
        flow.attempts[0].evidence = EvidenceFiles(console: "console", network: "network", dom: "dom")
        run.flows = [flow]
        let data = HTMLReport.data(for: run) { path in
            ["console": files.console, "network": files.har, "dom": Data(Self.evil.utf8)][path]
        }
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains("<details class=\"exchange\">"))
        #expect(text.contains("<details class=\"console\">"))
        #expect(text.contains("<details class=\"document\">"))
        #expect(!text.contains("<img src=x"))
        #expect(!text.contains("<svg onload"))
        #expect(!text.contains("\u{202E}"))
    }

    @Test("what a page says is text", arguments: [nil, SamplePicture.data(), Data("<svg onload=x>".utf8)])
    func hostile(picture: Data?) {
        var run = SampleRun.run
        run.flows = [Self.flow]
        run.id = Self.evil
        run.version = Self.evil
        for limit in [0, HTMLReport.limit] {
            let text = String(
                decoding: HTMLReport.data(for: run, limit: limit) { _ in picture },
                as: UTF8.self
            )
            let tags = text.replacing(ReportAsset.script.text, with: "").matches(of: /<[^>]*>/).map(\.0)
            #expect(tags.filter { $0.hasPrefix("<script") || $0.hasPrefix("</script") }.count == 2)
            #expect(!tags.contains { $0.contains(/\son\w+=/) && !$0.contains("&quot;") })
            #expect(!text.contains("<img src=x"))
            #expect(!text.contains("<svg onload"))
            #expect(!text.contains("javascript:"))
        }
    }

    @Test("the policy names the digests of just the style and the script that are there")
    func policy() throws {
        let text = String(decoding: HTMLReport.data(for: SampleRun.run) { _ in nil }, as: UTF8.self)
        let policy = try #require(text.firstMatch(of: /Content-Security-Policy" content="([^"]*)"/)?.1)
        #expect(policy.hasPrefix("default-src 'none'; img-src data: 'self' file:; "))
        #expect(!policy.contains("unsafe"))
        for (name, match) in [
            ("style", text.matches(of: /<style>((?s).*?)<\/style>/)),
            ("script", text.matches(of: /<script>((?s).*?)<\/script>/)),
        ] {
            #expect(match.count == 1)
            let digest = SHA256.digest(of: Array((match.first?.1 ?? "").utf8))
            #expect(policy.contains("\(name)-src 'sha256-\(Data(digest).base64EncodedString())'"))
        }
        #expect(!text.contains(/\sstyle="/))
    }
}
