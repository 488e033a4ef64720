import CanaryModel
import DemoSite
import Foundation
import TestSupport
import Testing

@Suite("Run", .serialized, .timeLimit(.minutes(13))) struct RunTests {
    private static let long = """
        { name: "long", baseURL: "${BASE_URL}", cleanupTimeout: "100s", timeout: "100s", stepTimeout: "100s",
          steps: [{ open: "/", name: "Begin" }, { pause: "90s", name: "Long" }],
          cleanup: [{ pause: "${CLEANUP}", name: "Clear up" }] }
        """

    /// Runs the long flow and sends `signals`: the first when it has begun, further ones when that has been noticed.
    private func interrupt(_ signals: [Int32], cleanup: String, in folder: String) async throws -> [String] {
        try write(Self.long, to: "\(folder)/long.canary.json5")
        var signals = signals[...]
        return try await DemoSite.withSite { site in
            let arguments = ["run", "--base-url", site.baseURL, "--var", "CLEANUP=\(cleanup)"]
            return try await Canary.follow(arguments, in: folder) { line, process in
                guard line.contains("Begin") || line.contains("interrupted:") else { return }
                if let signal = signals.popFirst() { kill(process, signal) }
            }
        }
    }

    @Test(
        "a signal ends the run after its cleanup, and the results are written",
        arguments: [(SIGINT, 130), (SIGTERM, 143)]
    )
    func interrupted(_ signal: Int32, _ status: Int) async throws {
        try await withTemporaryFolder { folder in
            let lines = try await interrupt([signal], cleanup: "10ms", in: folder)
            #expect(lines.last == "status \(status)")
            #expect(lines.contains { $0.contains("cleanup: Clear up") })
            let results = "\(folder)/canary-results/latest"
            let result = try RunResult(json: Data(contentsOf: URL(filePath: "\(results)/result.json")))
            #expect(result.state == .interrupted)
            #expect(result.flows.first?.attempts.first?.steps.first?.outcome == .passed)
            #expect(FileManager.default.fileExists(atPath: "\(results)/junit.xml"))
        }
    }

    @Test("the second signal ends it at once")
    func interruptedTwice() async throws {
        try await withTemporaryFolder { folder in
            let clock = ContinuousClock.now
            let lines = try await interrupt([SIGINT, SIGTERM], cleanup: "90s", in: folder)
            #expect(lines.last == "status 143")
            #expect(clock.duration(to: .now) < .seconds(60))
        }
    }

    @Test("an output folder that cannot be written ends with 4 before the first step")
    func output() async throws {
        let ended = try await Canary.call("demo", "--output", "/dev/null/results")
        #expect(ended.status == 4)
        #expect(ended.errors.contains("cannot be written"))
        #expect(ended.output == "")
    }

    @Test("a report's file that cannot be written ends with 4 before the first step")
    func reportFile() async throws {
        try await withTemporaryFolder { folder in
            let ended = try await Canary.call(["demo", "--reporter", "junit:/dev/null/x"], in: folder)
            #expect(ended.status == 4)
            #expect(ended.output == "")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        }
    }

    @Test("without a driver it ends with 4 and says what is missing", arguments: ["--driver", "--browser"])
    func noDriver(_ option: String) async throws {
        let ended = try await Canary.call("demo", option, "/nonexistent/program")
        #expect(ended.status == 4)
        #expect(ended.output.contains("/nonexistent/program is not a file that can be executed"))
        #expect(ended.output.contains("could not be judged"))
    }

    @Test("the result alone goes to standard output where it is asked for, also side by side")
    func json() async throws {
        try await withTemporaryFolder { folder in
            let arguments = ["demo", "--jobs", "2", "--reporter", "json:-", "--reporter", "junit:a/b.xml"]
            let ended = try await Canary.call(arguments, in: folder)
            #expect(ended.status == 0)
            #expect(try RunResult(json: Data(ended.output.utf8)).outcome == .passed)
            #expect(FileManager.default.fileExists(atPath: "\(folder)/a/b.xml"))
        }
    }

    @Test("a terminal shows what is running, a pipe does not")
    func liveLine() async throws {
        try await withTemporaryFolder { folder in
            let terminal = try await Canary.lines(
                "cd \"$2\"; script -qec \"$1 demo --broken\" /dev/null",
                [folder]
            )
            #expect(terminal.contains { $0.contains("\u{1B}[1A") && $0.contains("Metrics") })
            let pipe = try await Canary.call(["demo", "--broken"], in: folder)
            #expect(!pipe.output.contains("\u{1B}") && !pipe.output.contains("\r"))
        }
    }

    @Test("a terminal shows what is running of every flow, and is left clean after an interruption")
    func liveLines() async throws {
        try await withTemporaryFolder { folder in
            for name in ["one", "two"] {
                let text = """
                    { name: "\(name)", steps: [{ pause: "90s", name: "Long" }] }
                    """
                try write(text, to: "\(folder)/\(name).canary.json5")
            }
            // Whoever reads the lines interrupts the run once both flows have been in them.
            let lines = try await Canary.lines(
                """
                cd "$2"; script -qec "sh -c 'echo \\$\\$ > id; exec $1 run -j 2 --color never'" /dev/null | {
                while IFS= read -r line; do
                  printf '%s\\n' "$line"
                  case $line in *"one › Long"*) : > one;; *"two › Long"*) : > two;; esac
                  if [ -e one ] && [ -e two ] && [ ! -e done ]; then : > done; kill -INT "$(cat id)"; fi
                done; }
                """,
                [folder]
            )
            let shown = lines.joined(separator: "\n")
            #expect(shown.contains("one › Long") && shown.contains("two › Long"))
            #expect(shown.contains("\u{1B}[2A"))
            // The cursor is never hidden, and nothing is painted after the last words.
            #expect(!shown.contains("\u{1B}[?25l"))
            #expect(lines.last?.contains("Results: canary-results/") == true)
        }
    }
}
