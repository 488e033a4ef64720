import CanaryModel
import Foundation
import TestSupport
import Testing

@testable import CanaryReport

@Suite("Reports of extreme numbers") struct ExtremeNumberTests {
    /// A run with a region, an excerpt, failures, an earlier attempt and steps in a group.
    private static let json: String = {
        var run = SampleRun.run
        run.flows = [SampleRun.failedFlow]
        let viewport = Viewport(width: 1280, height: 720)
        run.flows[0].attempts[0].steps[4].region = PictureRegion(
            .element,
            x: 1,
            y: 2,
            width: 3,
            height: 4,
            viewport: viewport
        )
        run.flows[0].attempts[0].steps[4].failure?.excerpt = SourceExcerpt(
            firstLine: 14,
            lines: ["a", "b", "c"]
        )
        run.removed = RemovedEvidence(files: 3, bytes: 1_200_000, limit: 200_000_000)
        // Times too: the encoder writes them as texts.
        return (try? run.json()).map { String(decoding: $0, as: UTF8.self) } ?? ""
    }()

    @Test("a result with any number in the place of another is refused, or makes every report")
    func reports() throws {
        let variants = ExtremeNumbers.variants(of: Self.json)
        try #require(variants.count > 1000)
        var read = 0
        for json in variants {
            guard let run = try? RunResult(json: Data(json.utf8)) else { continue }
            read += 1
            let report = TerminalReport(folder: "out", verbosity: .verbose)
            let terminal =
                run.flows.flatMap(SampleRun.events).map(report.text).joined() + report.summary(of: run)
            let page = HTMLReport.data(for: run, limit: HTMLReport.limit) { _ in nil }
            let github = GitHubReport(run, folder: "out", filePrefix: "")
            let junit = JUnitReport.data(for: run, folder: "out")
            #expect(!terminal.isEmpty && !page.isEmpty && !github.summary.isEmpty && !junit.isEmpty)
            #expect(throws: Never.self) { try run.json() }
        }
        #expect(read > variants.count / 4)
    }
}
