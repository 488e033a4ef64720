import Foundation
import TestSupport
import Testing

@Suite("Leftovers of a run", .serialized, .timeLimit(.minutes(13))) struct LeftoverTests {
    /// A way for a run to end.
    struct End: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var arguments = ["demo", "--response-time", "100ms"]
        /// What is sent when the first step has passed, and when the first signal has been noticed.
        var signals: [Int32] = []
        let status: Int
    }

    static let ends = [
        End(testDescription: "success", arguments: ["demo", "--jobs", "2"], status: 0),
        End(testDescription: "failure", arguments: ["demo", "--broken"], status: 1),
        End(testDescription: "timeout", arguments: ["run", "--timeout", "1500ms"], status: 1),
        End(testDescription: "Ctrl-C", signals: [SIGINT], status: 130),
        End(testDescription: "SIGTERM", signals: [SIGTERM], status: 143),
        End(
            testDescription: "Ctrl-C twice",
            arguments: ["run", "--timeout", "100s"],
            signals: [SIGINT, SIGINT],
            status: 130
        ),
        End(testDescription: "kill -9", signals: [SIGKILL], status: 137),
    ]

    /// A flow that is in the middle of things, also when it clears up.
    private static let long = """
        { name: "long", baseURL: "http://127.0.0.1:1", cleanupTimeout: "100s", stepTimeout: "100s",
          steps: [{ script: "1", name: "Landing page" }, { expect: { visible: "#never" } }],
          cleanup: [{ expect: { visible: "#never" }, timeout: "${CLEANUP}" }] }
        """

    @Test("5 s after any end of canary nothing of its run is left, no process and no file", arguments: ends)
    func nothing(_ end: End) async throws {
        try await Leftovers.withFolders { folder, environment in
            try await withTemporaryFolder { work in
                try write(Self.long, to: "\(work)/long.canary.json5")
                var environment = environment
                environment["CLEANUP"] = end.signals.count > 1 ? "90s" : "10ms"
                var signals = end.signals[...]
                var seen: Leftovers?
                let lines = try await Canary.follow(end.arguments, in: work, environment: environment) {
                    line,
                    process in
                    guard line.contains("Landing page") || line.contains("interrupted:") else { return }
                    if seen == nil { seen = try? Leftovers(of: folder) }
                    if let signal = signals.popFirst() { kill(process, signal) }
                }
                #expect(lines.last == "status \(end.status)", "\(lines)")
                #expect(signals.isEmpty)
                if !end.signals.isEmpty {
                    for program in ["/bin/sh", "chromedriver", "chromium"] {
                        #expect(
                            seen?.processes.contains { $0.contains(program) } == true,
                            "the look finds \(program): \(seen?.processes ?? []), \(lines)"
                        )
                    }
                    #expect(seen?.files.isEmpty == false)
                }
                let (left, _) = try await Leftovers.settle(of: folder)
                #expect(left.isEmpty, "\(left)")
                #expect(FileManager.default.fileExists(atPath: "\(work)/canary-results/latest"))
            }
        }
    }
}
