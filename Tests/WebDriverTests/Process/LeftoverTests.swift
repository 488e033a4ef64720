import Foundation
import TestSupport
import Testing

@Suite("Leftovers", .serialized) struct LeftoverTests {
    enum Browser: String, CaseIterable { case headlessShell = "chromium-headless-shell", chromium }

    @Test(
        "5 s after any end of a run nothing of it is left, no process and no file",
        arguments: Browser.allCases,
        ["finish", "throw", "cancel"]
    )
    func ends(_ browser: Browser, _ mode: String) async throws {
        try await run(browser, mode) { _, _ in }
    }

    @Test("nothing is left when the driver is killed", arguments: Browser.allCases)
    func driverKilled(_ browser: Browser) async throws {
        try await run(browser, "use") { probe, browserID in
            let driver = try parent(of: browserID)
            #expect(driver != probe)
            kill(driver, SIGKILL)
        }
    }

    @Test("nothing is left when the browser is killed", arguments: Browser.allCases)
    func browserKilled(_ browser: Browser) async throws {
        try await run(browser, "use") { _, browserID in kill(browserID, SIGKILL) }
    }

    @Test("nothing is left when the program that runs it is killed by SIGKILL", arguments: Browser.allCases)
    func ownerKilled(_ browser: Browser) async throws {
        try await run(browser, "wait") { probe, browserID in
            let folder = try #require(try environment(of: browserID)["TMPDIR"])
            let running = try Leftovers(of: folder)
            try #require(running.processes.count > 3, "the look finds what runs: \(running.processes)")
            try #require(!running.files.isEmpty)
            kill(probe, SIGKILL)
        }
    }

    /// Runs the probe with folders of its own, acts once its session has started, and looks after its end.
    private func run(
        _ browser: Browser,
        _ mode: String,
        act: @Sendable (_ probe: pid_t, _ browser: pid_t) throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            for name in ["temporary", "home"] {
                try FileManager.default.createDirectory(
                    atPath: "\(folder)/\(name)",
                    withIntermediateDirectories: false
                )
            }
            let probe = try ChildProcess(
                [Self.probe, mode, "--browser", browser.rawValue],
                environment: ["TMPDIR": "\(folder)/temporary", "HOME": "\(folder)/home"]
            )
            var ready: Substring?
            for await line in probe.lines {
                if ready == nil, line.hasPrefix("ready") {
                    ready = line.split(separator: " ").last
                    let id = try #require(ready.flatMap { pid_t($0) })
                    try act(probe.processID, id)
                } else {
                    Issue.record("the probe said: \(line)")
                }
            }
            #expect(ready != nil, "the session has started")
            let (left, after) = try await Leftovers.settle(of: folder)
            await probe.end()
            print("leftovers: \(browser) \(mode): nothing left after \(after)")
            #expect(left.isEmpty, "\(left)")
        }
    }

    private func parent(of process: pid_t) throws -> pid_t {
        let stat = try String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
        let fields = try #require(stat.split(separator: ")").last).split(separator: " ")
        return try #require(pid_t(fields[1]))
    }

    private func environment(of process: pid_t) throws -> [String: String] {
        let bytes = try #require(FileManager.default.contents(atPath: "/proc/\(process)/environ"))
        let pairs = bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
            .compactMap { entry in entry.firstIndex(of: "=").map { (entry, $0) } }
        return Dictionary(
            pairs.map { (String($0[..<$1]), String($0[$1...].dropFirst())) },
            uniquingKeysWith: { _, last in last }
        )
    }

    // Beside the tests, whose bundle is the program's first argument on Linux.
    private static let probe = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("LeftoverProbe").path
}
