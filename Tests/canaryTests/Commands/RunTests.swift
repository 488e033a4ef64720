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
        arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)]
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

    @Test("a hang-up that canary was started to ignore is ignored")
    func ignoredHangUp() async throws {
        try await withTemporaryFolder { folder in
            try write(
                ##"{ name: "short", steps: [{ pause: "1s" }, { pause: "10ms" }] }"##,
                to: "\(folder)/short.canary.json5"
            )
            let script = """
                canary=$1; cd "$2" || exit; trap '' HUP
                "$canary" run & process=$!; sleep 1; kill -HUP $process; wait $process; echo "status $?"
                """
            let lines = try await Canary.lines(script, [folder])
            #expect(lines.last == "status 0", "\(lines)")
        }
    }

    @Test("where the disk is full, events end with a whole line, and what kept them is told in words")
    func fullDisk() async throws {
        try await withTemporaryFolder { folder in
            for number in 100..<140 {
                let flow = "{ name: \"f\(number)\", steps: [{ open: \"http://127.0.0.1:9\" }] }"
                try write(flow, to: "\(folder)/\(number).canary.json5")
            }
            // The limit of 40 blocks stands in for the disk; the signal that it sends is ignored.
            let script = """
                canary=$1; cd "$2" || exit; trap '' XFSZ; ulimit -f 40
                "$canary" run --browser /nonexistent/browser 2>&1; echo "status $?"
                """
            let lines = try await Canary.lines(script, [folder])
            #expect(lines.last == "status 4", "\(lines.suffix(9))")
            #expect(lines.contains { $0.contains("File too large") })
            #expect(
                !lines.contains { $0.contains("NSCocoaErrorDomain") || $0.contains("NSPOSIXErrorDomain") }
            )
            let results = "\(folder)/canary-results/latest"
            let events = try Data(contentsOf: URL(filePath: "\(results)/events.ndjson"))
            #expect(events.count > 1000 && events.last == UInt8(ascii: "\n"))
            for line in events.split(separator: UInt8(ascii: "\n")) {
                #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: line) }
            }
        }
    }

    @Test("where no thread can be started it says so and ends with 4, in place of waiting for ever")
    func noThreads() async throws {
        try await withTemporaryFolder { folder in
            // Root has no such limit; the program is copied to where another user can read it.
            let script = """
                cp "$1" "$2/program"; chmod 755 "$2" "$2/program"; cd /
                as=; [ "$(id -u)" = 0 ] && as="setpriv --reuid=65533 --clear-groups"
                timeout 20 $as prlimit --nproc=1 "$2/program" validate "$2" 2>&1; echo "status $?"
                """
            let lines = try await Canary.lines(script, [folder])
            #expect(lines.last == "status 4", "\(lines)")
            #expect(lines.contains { $0.contains("ulimit -u") }, "\(lines)")
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
