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
            (nil, "/result.json'; DIR is the folder of one run"), ("{}", "this is not the result of a run"),
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

    @Test(
        "a result that names files outside of its folder is refused, and nothing of them is read",
        arguments: [
            "../../etc/passwd", "/etc/passwd", "../outside.png", "login/../../outside.png", "link.png",
            "linked/outside.png", "../other/../outside.png", "../other/link.png", "pipe",
        ]
    )
    func outside(_ name: String) async throws {
        try await withTemporaryFolder { folder in
            let run = "\(folder)/run"
            for path in [run, "\(folder)/other", "\(folder)/away"] {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
            }
            for path in ["\(folder)/outside.png", "\(folder)/away/outside.png"] {
                try write("hidden", to: path)
            }
            for (link, goal) in [
                ("run/link.png", "../outside.png"), ("run/linked", "../away"),
                ("other/link.png", "../outside.png"),
            ] {
                try FileManager.default.createSymbolicLink(
                    atPath: "\(folder)/\(link)",
                    withDestinationPath: goal
                )
            }
            #expect(mkfifo("\(run)/pipe", 0o600) == 0)
            var screenshot = Self.run
            screenshot.flows[0].attempts[0].steps[0].screenshot = name
            var dom = Self.run
            dom.flows[0].attempts[0].evidence.dom = name
            for result in [screenshot, dom] {
                try result.json().write(to: URL(filePath: "\(run)/result.json"))
                let ended = try await Canary.call(["report", run], in: folder)
                #expect(ended.status == 2)
                #expect(ended.errors.contains("which lies outside of"), "\(ended)")
                #expect(!FileManager.default.fileExists(atPath: "\(run)/report.html"))
            }
        }
    }

    @Test(
        "a report is not written through a link, nor are events read through one",
        arguments: [
            ("report.html", "html"), ("junit.xml", "junit"), ("events.ndjson", "ndjson:-"),
        ]
    )
    func links(_ name: String, _ reporter: String) async throws {
        try await withRun { folder in
            try await withTemporaryFolder { outside in
                try write("theirs", to: "\(outside)/file")
                try FileManager.default.createSymbolicLink(
                    atPath: "\(folder)/\(name)",
                    withDestinationPath: "\(outside)/file"
                )
                let ended = try await Canary.call(["report", ".", "--reporter", reporter], in: folder)
                #expect(ended.status == 2 && ended.errors.contains("is a link; remove it"), "\(ended)")
                #expect(!ended.output.contains("theirs"))
                #expect(try String(contentsOfFile: "\(outside)/file", encoding: .utf8) == "theirs")
            }
        }
    }

    @Test("the picture of an earlier run beside it is read, also by way of a link to the run")
    func earlierPicture() async throws {
        try await withTemporaryFolder { folder in
            for path in ["\(folder)/run", "\(folder)/earlier/login"] {
                try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
            }
            try write("no picture", to: "\(folder)/earlier/login/01-start.png")
            try FileManager.default.createSymbolicLink(atPath: "\(folder)/latest", withDestinationPath: "run")
            var result = Self.run
            result.flows[0].attempts[0].steps[0].lastGood = PreviousPicture(
                run: "earlier",
                taken: Timestamp(milliseconds: 0),
                path: "../earlier/login/01-start.png"
            )
            try result.json().write(to: URL(filePath: "\(folder)/run/result.json"))
            #expect(try await Canary.call(["report", "latest"], in: folder).status == 0)
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
