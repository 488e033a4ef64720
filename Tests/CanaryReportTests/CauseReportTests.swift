import CanaryModel
import CanaryReport
import Foundation
import Testing

@Suite("What may be why a check failed, in reports") struct CauseReportTests {
    private static let first = "POST http://a/<pay> answered 500 Internal Server Error"
    private static let second = "the page shows the alert \"<b>Declined\u{1B}[31m\""

    private static var run: RunResult {
        var flow = SampleRun.failedFlow
        for index in flow.attempts[0].steps.indices where flow.attempts[0].steps[index].failure != nil {
            flow.attempts[0].steps[index].failure?.causes = [Cause(.request, first), Cause(.alert, second)]
        }
        flow.attempts[0].failure?.causes = [Cause(.request, first), Cause(.alert, second)]
        var run = SampleRun.run
        run.flows = [flow]
        return run
    }

    /// Whether the causes stand before what was expected, and nothing of them acts.
    private func check(
        _ text: String,
        first: String,
        second: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let cause = try #require(text.range(of: "Probably because \(first)"), sourceLocation: sourceLocation)
        let other = try #require(text.range(of: second), sourceLocation: sourceLocation)
        let sentence = try #require(
            text[cause.upperBound...].range(of: "Expected "),
            sourceLocation: sourceLocation
        )
        #expect(
            cause.lowerBound < other.lowerBound && other.upperBound <= sentence.lowerBound,
            sourceLocation: sourceLocation
        )
        #expect(!text.contains("\u{1B}[31m\""), sourceLocation: sourceLocation)
    }

    @Test("JUnit names them first, in message and text")
    func junit() async throws {
        let data = JUnitReport.data(for: Self.run)
        #expect(try await XMLLint.complaints(about: data) == "")
        let text = String(decoding: data, as: UTF8.self)
        #expect(text.contains("<failure message=\"Probably because POST http://a/&lt;pay&gt; answered 500"))
        let body = try #require(text.range(of: ">\nProbably because"))
        try check(
            String(text[body.lowerBound...]),
            first: "POST http://a/&lt;pay",
            second: "&lt;b&gt;Declined"
        )
    }

    @Test("the terminal names them first")
    func terminal() throws {
        let report = TerminalReport(folder: "results", titles: SampleRun.titles)
        let text = SampleRun.events(of: Self.run.flows[0]).map(report.text).joined()
        try check(text, first: "POST http://a/<pay> answered 500", second: "<b>Declined")
    }

    @Test("GitHub names them first, in annotation and summary")
    func gitHub() throws {
        let report = GitHubReport(Self.run, folder: "results")
        #expect(report.annotations.contains("::Probably because POST http"))
        try check(report.summary, first: "POST http://a/<pay> answered 500", second: "<b>Declined")
    }

    @Test("the HTML report names them first")
    func html() throws {
        let html = String(decoding: HTMLReport.data(for: Self.run) { _ in nil }, as: UTF8.self)
        let section = try #require(html.range(of: "class=\"finding\""))
        try check(
            String(html[section.lowerBound...]),
            first: "POST http://a/&lt;pay&gt; answered 500",
            second: "&lt;b&gt;Declined"
        )
    }
}
