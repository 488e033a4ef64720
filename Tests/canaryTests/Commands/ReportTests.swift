import CanaryModel
import Foundation
import TestSupport
import Testing

@Suite("Report") struct ReportTests {
    private static let run: RunResult = {
        let position = SourcePosition(file: "login.canary.json5", line: 3, column: 5)
        let failure = Failure(
            code: .status,
            message: "The page came with status 500.",
            step: "Start",
            position: position
        )
        let step = StepResult(
            number: 1,
            name: "Start",
            position: position,
            outcome: .failed,
            started: Timestamp(milliseconds: 0),
            duration: 41,
            failure: failure
        )
        let attempt = AttemptResult(
            number: 1,
            outcome: .failed,
            started: Timestamp(milliseconds: 0),
            duration: 50,
            steps: [step],
            failure: failure
        )
        let flow = FlowResult(
            name: "login",
            title: "Sign in",
            file: "login.canary.json5",
            outcome: .failed,
            started: Timestamp(milliseconds: 0),
            duration: 50,
            attempts: [attempt]
        )
        return RunResult(
            state: .finished,
            id: "id",
            version: "1",
            started: Timestamp(milliseconds: 0),
            duration: 60,
            outcome: .failed,
            flows: [flow]
        )
    }()

    private func withRun<T: Sendable>(_ body: (String) async throws -> T) async throws -> T {
        try await withTemporaryFolder { folder in
            try Self.run.json().write(to: URL(filePath: "\(folder)/result.json"))
            return try await body(folder)
        }
    }

    @Test("the run is told again and its reports are written, with 0 whatever the run came to")
    func reports() async throws {
        try await withRun { folder in
            let ended = try await Canary.call(["report", "."], in: folder)
            #expect(ended.status == 0)
            #expect(ended.errors == "")
            #expect(ended.output.hasPrefix("login  Sign in\n  ✗   41 ms  Start\n"))
            #expect(ended.output.contains("The page came with status 500."))
            #expect(ended.output.hasSuffix("1 flow: 1 failed in 60 ms\nReport:  ./report.html\nResults: .\n"))
            let junit = try String(contentsOfFile: "\(folder)/junit.xml", encoding: .utf8)
            #expect(junit.contains("failures=\"1\""))
            #expect(try Data(contentsOf: URL(filePath: "\(folder)/result.json")) == Self.run.json())
        }
    }

    @Test("a report to standard output stands there alone, also by way of a file name")
    func standardOutput() async throws {
        try await withRun { folder in
            let json = try await Canary.call(["report", ".", "--reporter", "json:-"], in: folder)
            #expect(try RunResult(json: Data(json.output.utf8)) == Self.run)
            let junit = try await Canary.call(["report", ".", "--reporter", "junit:-"], in: folder)
            #expect(junit.output.hasPrefix("<?xml"))
            let text = try await Canary.call(
                ["report", ".", "--reporter", "terminal:log/run.txt"],
                in: folder
            )
            #expect(try String(contentsOfFile: "\(folder)/log/run.txt", encoding: .utf8) == text.output)
            #expect(!FileManager.default.fileExists(atPath: "\(folder)/junit.xml"))
        }
    }

    @Test(
        "colours come on a terminal or where they are asked for",
        arguments: [
            ([], [:], false), (["--color=always"], [:], true), ([], ["CLICOLOR_FORCE": "1"], true),
            ([], ["CLICOLOR_FORCE": "1", "NO_COLOR": "1"], false),
            (["--color=always"], ["NO_COLOR": "1"], true),
        ] as [([String], [String: String], Bool)]
    )
    func colors(_ options: [String], _ environment: [String: String], _ isColored: Bool) async throws {
        try await withRun { folder in
            let ended = try await Canary.call(
                ["report", "."] + options,
                in: folder,
                environment: environment
            )
            #expect(ended.output.contains("\u{1B}[") == isColored)
            #expect(!ended.output.contains("\u{1B}[2K"))
        }
    }

    @Test("a terminal gets colours, unless NO_COLOR is set", arguments: [("", true), ("1", false)])
    func terminal(_ noColor: String, _ isColored: Bool) async throws {
        try await withRun { folder in
            let lines = try await Canary.lines(
                "script -qec \"$1 report $2\" /dev/null",
                [folder],
                environment: ["NO_COLOR": noColor]
            )
            #expect(lines.contains { $0.contains("Sign in") })
            #expect(lines.contains { $0.contains("\u{1B}[") } == isColored)
        }
    }

    @Test(
        "a folder without a result ends with 2 and says why",
        arguments: [
            (nil, "/result.json'; DIR is the folder of one run"), ("{}", "this is no result of a run"),
            ("{", "the result cannot be read: "),
            (#"{ "schema": "canary.run/9" }"#, "canary.run/9"),
        ]
    )
    func noResult(_ text: String?, _ message: String) async throws {
        try await withTemporaryFolder { folder in
            if let text { try write(text, to: "\(folder)/result.json") }
            let ended = try await Canary.call(["report", folder], in: folder)
            #expect(ended.status == 2)
            #expect(ended.output == "")
            #expect(ended.errors.contains(message))
        }
    }

    @Test("a report that cannot be written ends with 4")
    func unwritable() async throws {
        try await withRun { folder in
            let ended = try await Canary.call(["report", ".", "--reporter", "junit:/dev/null/x"], in: folder)
            #expect(ended.status == 4)
            #expect(ended.errors.contains("the report '/dev/null/x' cannot be written: "))
        }
    }
}
