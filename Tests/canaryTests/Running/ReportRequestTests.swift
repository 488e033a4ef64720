import Testing

@testable import canary

@Suite("Report request") struct ReportRequestTests {
    private func requests(_ words: String...) throws -> [ReportRequest] {
        let words = words.flatMap { ["--reporter", $0] }
        return try ArgumentParser.parse(words, options: [.reporter]).reportRequests(
            default: ReportRequest.all
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
        #expect(try requests().map(\.reporter) == Reporter.allCases)
        #expect(try requests().allSatisfy { $0.destination == .folder })
    }

    @Test(
        "a mistake is named, with what there is",
        arguments: [
            (
                ["junti"],
                "unknown reporter 'junti': there are terminal, json, junit, html; did you mean 'junit'?"
            ),
            (["xml:a"], "unknown reporter 'xml': there are terminal, json, junit, html"),
            ([":a"], "unknown reporter '': there are terminal, json, junit, html"),
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
