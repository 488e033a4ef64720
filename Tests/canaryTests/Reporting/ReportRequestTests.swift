import CanaryReport
import Testing

@testable import canary

@Suite("Report request") struct ReportRequestTests {
    private func requests(_ words: String...) throws -> [ReportRequest] {
        let words = words.flatMap { ["--reporter", $0] }
        return try ArgumentParser.parse(words, options: [.reporter]).reportRequests(
            default: ReportRequest.standard(in: [:])
        )
    }

    @Test("a report goes into the run's folder, a file, or to standard output")
    func destinations() throws {
        #expect(
            try requests("junit", "junit:a/b:c.xml", "json:-") == [
                ReportRequest(reporter: .junit, destination: .folder),
                ReportRequest(reporter: .junit, destination: .file("a/b:c.xml")),
                ReportRequest(reporter: .json, destination: .standardOutput),
            ]
        )
    }

    @Test("without the option all reports are written")
    func standard() throws {
        #expect(try requests().map(\.reporter) == [.terminal, .json, .ndjson, .junit, .html])
        #expect(
            ReportRequest.standard(in: ["GITHUB_ACTIONS": "true"]).map(\.reporter) == Reporter.allCases
        )
        #expect(try requests().allSatisfy { $0.destination == .folder })
    }

    @Test(
        "a mistake is named, with what there is",
        arguments: [
            (
                ["junti"],
                "unknown reporter 'junti': there are terminal, json, ndjson, junit, html, github; did you mean 'junit'?"
            ),
            (["xml:a"], "unknown reporter 'xml': there are terminal, json, ndjson, junit, html, github"),
            ([":a"], "unknown reporter '': there are terminal, json, ndjson, junit, html, github"),
            (["github:a"], "github takes no file: it writes to the log and the summary of the job"),
            (["json:"], "--reporter json: needs a file after the colon"),
            (["json:-", "junit:-"], "json and junit cannot both be written to standard output"),
        ]
    )
    func mistakes(_ texts: [String], _ message: String) throws {
        let words = texts.flatMap { ["--reporter", $0] }
        let arguments = try ArgumentParser.parse(words, options: [.reporter])
        let error = #expect(throws: UsageError.self) { try arguments.reportRequests(default: []) }
        #expect(error?.description == message)
    }
}
