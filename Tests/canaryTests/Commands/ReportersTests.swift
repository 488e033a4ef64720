import CanaryModel
import DemoSite
import Foundation
import TestSupport
import Testing

@Suite("Reporters", .serialized, .timeLimit(.minutes(13))) struct ReportersTests {
    /// Passes only when it is run again, where the site's front page fails once.
    private static let flaky = """
        { name: "flaky", baseURL: "${BASE_URL}", retries: 1, secrets: ["TOKEN"],
          steps: [{ name: "Front", open: "/" }, { name: "Echo", open: "/cases/echo?token=${TOKEN}" }] }
        """
    private static let broken = """
        { name: "broken", baseURL: "${BASE_URL}", steps: [
            { open: "/" },
            { name: "Missing, or: 100%", click: "#missing", timeout: "100ms" },
        ] }
        """
    private static let secret = "s3cret-token"

    private func run(
        _ arguments: [String],
        in folder: String,
        environment: [String: String] = [:]
    ) async throws
        -> Canary.Ended
    {
        var site = DemoSite.Options()
        site.behaviour = ["/": [.once(.status(500))]]
        return try await DemoSite.withSite(site) { site in
            try await Canary.call(
                ["run", "--base-url", site.baseURL] + arguments,
                in: folder,
                environment: ["TOKEN": Self.secret].merging(environment) { $1 }
            )
        }
    }

    @Test("all at once tell the same of a run, each in its own way")
    func allAtOnce() async throws {
        try await withTemporaryFolder { root in
            let folder = "\(root)/work"
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
            try write(Self.flaky, to: "\(folder)/a.canary.json5")
            try write(Self.broken, to: "\(folder)/b.canary.json5")
            try write("# Before\n", to: "\(root)/summary.md")
            let reporters = [
                "terminal", "json:out/r.json", "ndjson:out/e.ndjson", "junit:out/j.xml", "github",
            ]
            let ended = try await run(
                reporters.flatMap { ["--reporter", $0] },
                in: folder,
                environment: [
                    "GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": root,
                    "GITHUB_STEP_SUMMARY": "\(root)/summary.md",
                ]
            )
            #expect(ended.status == 1)
            func text(_ name: String) throws -> String {
                try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
            }
            let result = try RunResult(json: Data(try text("out/r.json").utf8))
            #expect(result.flows.map(\.outcome) == [.passed, .failed])
            #expect(result.flows.map(\.flaky) == [true, false])

            let events = try text("out/e.ndjson")
            #expect(try events == text("canary-results/latest/events.ndjson"))
            let decoded = try events.split(separator: "\n").map {
                try JSONDecoder().decode(RunEvent.self, from: Data($0.utf8))
            }
            guard case .runStarted? = decoded.first,
                case .runEnded(_, .finished, .failed, _, nil)? = decoded.last
            else {
                Issue.record("the events do not begin and end with the run's")
                return
            }

            let junit = try text("out/j.xml")
            #expect(junit.contains("<flakyFailure ") && junit.contains("<failure "))
            let attachments = junit.matches(of: /\[\[ATTACHMENT\|(.+?)\]\]/).map { String($0.1) }
            #expect(attachments.count >= 5)
            for file in attachments {
                #expect(FileManager.default.fileExists(atPath: "\(folder)/\(file)"), "\(file)")
            }

            let lines = ended.output.split(separator: "\n")
            #expect(lines.first?.hasPrefix("::stop-commands::") == true)
            #expect(lines.contains("2 flows: 1 passed (1 flaky), 1 failed in \(result.duration.elapsed)"))
            let resumed = try #require(lines.firstIndex { $0 == "::" + lines[0].dropFirst(17) + "::" })
            let annotations = lines[(resumed + 1)...].map(String.init)
            #expect(annotations.count == 2)
            let error =
                "::error file=work/b.canary.json5,line=3,col=5,"
                + "title=broken › Missing%2C or%3A 100%25::Exp"
            #expect(annotations.first?.hasPrefix(error) == true)
            let warning = "::warning file=work/a.canary.json5,line=2,col=11,title=flaky is flaky::It passed"
            #expect(annotations.last?.hasPrefix(warning) == true)
            let summary = try String(contentsOfFile: "\(root)/summary.md", encoding: .utf8)
            #expect(summary.hasPrefix("# Before\n## canary: 2 flows: 1 failed, 1 flaky in "))
            #expect(ended.errors.hasPrefix("::add-mask::\(Self.secret)\n"))
            for said in [ended.output, summary, junit, events, try text("out/r.json")] {
                #expect(!said.contains(Self.secret))
            }
        }
    }

    @Test(
        "a flow that passed only when it was run again ends with 1 where that is asked for",
        arguments: [([], 0), (["--fail-on-flaky"], 1), (["--retries", "0"], 1)] as [([String], Int32)]
    )
    func failOnFlaky(_ options: [String], _ status: Int32) async throws {
        try await withTemporaryFolder { folder in
            try write(Self.flaky, to: "\(folder)/a.canary.json5")
            let ended = try await run(options, in: folder)
            #expect(ended.status == status)
            #expect(ended.output.contains("1 passed (1 flaky)") == (options != ["--retries", "0"]))
            #expect(
                ended.errors.contains("--fail-on-flaky forbids: flaky") == (options == ["--fail-on-flaky"])
            )
        }
    }

    @Test("events alone go to standard output where they are asked for")
    func standardOutput() async throws {
        try await withTemporaryFolder { folder in
            try write(Self.flaky, to: "\(folder)/a.canary.json5")
            let ended = try await run(
                ["--reporter", "ndjson:-", "--evidence", "screenshots=off"],
                in: folder
            )
            #expect(ended.status == 0)
            #expect(
                ended.output
                    == (try String(
                        contentsOfFile: "\(folder)/canary-results/latest/events.ndjson",
                        encoding: .utf8
                    ))
            )
            #expect(ended.errors == "")
            let again = try await Canary.call(
                ["report", "canary-results/latest", "--reporter", "ndjson:-"],
                in: folder
            )
            #expect(again.output == ended.output)
            let files = try FileManager.default.subpathsOfDirectory(atPath: "\(folder)/canary-results")
            #expect(!files.contains { $0.hasSuffix(".png") })
        }
    }
}
