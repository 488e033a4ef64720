import Foundation
import TestSupport
import Testing

@Suite("Leftovers", .serialized, .browser) struct LeftoverTests {
    enum Browser: String, CaseIterable { case headlessShell = "chromium-headless-shell", chromium }

    /// A run whose session has just started.
    private struct Run {
        let probe: pid_t
        let browser: pid_t
        let driver: pid_t
        let folder: String
    }

    @Test(
        "5 s after any end of a run nothing of it is left, no process and no file",
        arguments: Browser.allCases,
        ["finish", "throw", "cancel"]
    )
    func ends(_ browser: Browser, _ mode: String) async throws {
        try await run(browser, mode) { _ in }
    }

    @Test("nothing is left when the driver is killed", arguments: Browser.allCases)
    func driverKilled(_ browser: Browser) async throws {
        try await run(browser, "use") { kill($0.driver, SIGKILL) }
    }

    @Test("nothing is left when the browser is killed", arguments: Browser.allCases)
    func browserKilled(_ browser: Browser) async throws {
        try await run(browser, "use") { kill($0.browser, SIGKILL) }
    }

    @Test("nothing is left when the program that runs it is killed by SIGKILL", arguments: Browser.allCases)
    func ownerKilled(_ browser: Browser) async throws {
        try await run(browser, "wait") { run in
            let running = try Leftovers(of: run.folder, group: run.driver)
            try #require(running.processes.count > 5, "the look finds what runs: \(running.processes)")
            try #require(!running.files.isEmpty)
            kill(run.probe, SIGKILL)
        }
    }

    @Test(
        "nothing is left when the program is killed while the browser starts",
        arguments: [0, 5, 20, 60, 150]
    )
    func ownerKilledAtStart(_ milliseconds: Int) async throws {
        try await Leftovers.withFolders { folder, environment in
            let probe = try ChildProcess([Self.probe, "wait"], environment: environment)
            try await Task.sleep(for: .milliseconds(milliseconds))
            await probe.end()
            let (left, _) = try await Leftovers.settle(of: folder)
            #expect(left.isEmpty, "\(left)")
        }
    }

    /// Runs the probe with folders of its own, acts once its session has started, and looks after its end.
    private func run(_ browser: Browser, _ mode: String, act: @Sendable (Run) throws -> Void) async throws {
        try await Leftovers.withFolders { folder, environment in
            let probe = try ChildProcess(
                [Self.probe, mode, "--browser", browser.rawValue],
                environment: environment
            )
            var group: pid_t?
            for await line in probe.lines {
                let words = line.split(separator: " ")
                guard words.first == "ready", let ids = Self.ids(words) else {
                    Issue.record("the probe said: \(line)")
                    continue
                }
                group = ids.driver
                try act(
                    Run(probe: probe.processID, browser: ids.browser, driver: ids.driver, folder: folder)
                )
            }
            await probe.end()
            let driver = try #require(group, "the session has started")
            let (left, after) = try await Leftovers.settle(of: folder, group: driver)
            print("leftovers: \(browser) \(mode): nothing left after \(after)")
            #expect(left.isEmpty, "\(left)")
        }
    }

    private static func ids(_ words: [Substring]) -> (driver: pid_t, browser: pid_t)? {
        guard words.count == 3, let driver = pid_t(words[1]), let browser = pid_t(words[2]) else {
            return nil
        }
        return (driver, browser)
    }

    // Beside the tests, whose bundle is the program's first argument on Linux.
    private static let probe = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appendingPathComponent("LeftoverProbe").path
}
