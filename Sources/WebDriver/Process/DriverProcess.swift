import Dispatch
import Foundation
import Synchronization

/// A driver in a private folder, with the watchdog that clears both away should canary be gone.
final class DriverProcess: Sendable {
    /// Where driver and browser write.
    let folder: PrivateFolder
    /// What stands before the path of each command; empty, or `/` and a word.
    let basePath: String
    // Held until the driver is gone.
    private let port: DriverPort?
    private let watchdog: Watchdog
    private let child: ChildProcess
    private let output: DriverOutput
    private let log: DriverLog
    private let browser = Mutex<BrowserProcess?>(nil)
    private let hasSeenDeadBrowser = Atomic(false)

    /// Starts a driver; it does not listen yet.
    ///
    /// Without a port of its own it listens on a free one, where pages of this machine could reach it: then its
    /// commands begin with a path that no page knows.
    ///
    /// - Parameters:
    ///   - path: Its executable.
    ///   - folder: Where it and its browser write; made here, removed by ``end()``, and where this fails.
    ///   - port: Where it shall listen; `nil` is any free port.
    ///   - environment: Its whole environment.
    ///   - deadline: When it must listen.
    /// - Throws: Why it could not be started; then nothing is left.
    init(
        _ path: String,
        in folder: PrivateFolder,
        port: DriverPort?,
        environment: [String: String],
        startBy deadline: ContinuousClock.Instant
    ) throws(SystemCallError) {
        self.folder = folder
        self.port = port
        basePath = port == nil ? "/" + Self.unknownWord() : ""
        let arguments =
            ["--port=\(port?.number ?? 0)", "--enable-chrome-logs"]
            + (basePath.isEmpty ? [] : ["--url-base=\(basePath)"])
        var watchdog: Watchdog?
        do throws(SystemCallError) {
            // The watchdog before the folder: killed between the two, canary leaves nothing.
            let started = try Watchdog(folder: folder)
            do throws(SystemCallError) {
                try folder.make()
            } catch {
                started.end()  // without removing what another may have made there
                throw error
            }
            watchdog = started
            (child, output, log) = try Self.spawn(path, arguments, in: folder, environment, deadline)
            self.watchdog = started
        } catch {
            watchdog?.takeOver()
            throw error
        }
        self.watchdog.guardGroup(child.id)
    }

    /// A word of 128 random bits.
    private static func unknownWord() -> String {
        (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
    }

    private static func spawn(
        _ path: String,
        _ arguments: [String],
        in folder: PrivateFolder,
        _ environment: [String: String],
        _ deadline: ContinuousClock.Instant
    ) throws(SystemCallError) -> (ChildProcess, DriverOutput, DriverLog) {
        let output = try Pipe()
        defer { close(output.writeEnd) }
        do throws(SystemCallError) {
            let log = try Pipe()
            defer { close(log.writeEnd) }
            do throws(SystemCallError) {
                let child = try ChildProcess(
                    path,
                    arguments,
                    environment: environment,
                    directory: folder.path,
                    output: output.writeEnd,
                    error: log.writeEnd
                )
                return (child, DriverOutput(output.readEnd, startBy: deadline), DriverLog(log.readEnd))
            } catch {
                close(log.readEnd)
                throw error
            }
        } catch {
            close(output.readEnd)
            throw error
        }
    }

    /// Its process id, which is its group's too.
    var id: pid_t { child.id }

    /// How it ended; `nil` while it runs.
    var exitStatus: ExitStatus? { child.exitStatus }

    /// Waits until it listens, has closed its output or has let its deadline pass; cancellation ends it at once.
    func waitForStart() async -> DriverOutput.Start { await output.waitForStart() }

    /// Whether the driver has ended, or does so within the limit.
    func hasExited(within limit: Duration) async -> Bool {
        let deadline = ContinuousClock.now + limit
        while child.exitStatus == nil, ContinuousClock.now < deadline {
            // Cancelled: what is known now.
            do { try await Task.sleep(for: .milliseconds(1)) } catch { break }
        }
        return child.exitStatus != nil
    }

    /// The end of what it and its browser logged.
    func logTail(bytes: Int) -> String { log.tail(bytes: bytes) }

    /// Takes note of the browser, so that it is ended even where it left the driver's group.
    func adopt(browser id: pid_t) {
        browser.withLock { $0 = BrowserProcess(id: id) }
        watchdog.guardProcess(id)
    }

    /// Ends the browser alone, at once: what the driver is stuck in then fails, and it can start another.
    func killBrowser() { browser.withLock { $0?.kill() } }

    /// Ends one of the processes that it has started itself or through its browser, at once.
    ///
    /// - Returns: Whether it is one, and was ended.
    func kill(member id: pid_t) -> Bool {
        guard id != child.id, getpgid(id) == child.id else { return false }
        return Foundation.kill(id, SIGKILL) == 0
    }

    /// Ends the driver when its browser dies while it starts, so that the session's start fails; until cancelled.
    func watchBrowserStart() async {
        guard await BrowserDeath.wait(forChildOf: child.id) else { return }
        hasSeenDeadBrowser.store(true, ordering: .releasing)
        kill()
    }

    /// Whether ``watchBrowserStart()`` came to end the driver.
    var isBrowserDead: Bool { hasSeenDeadBrowser.load(ordering: .acquiring) }

    /// Ends driver and browser, at once.
    func kill() {
        killBrowser()
        child.signalGroup(SIGKILL)
    }

    /// Ends all of it and removes the folder; does not heed cancellation.
    ///
    /// Nobody is asked to quit: of a private profile nothing is to be kept, and chromedriver takes 50 to 110 ms over
    /// an orderly end, 10 ms this way. What resists for 2 s is left to the watchdog, which goes on trying.
    func end() async {
        await withCheckedContinuation { continuation in
            // A queue of its own is a thread of its own here: all of it blocks.
            DispatchQueue(label: "canary.driver.end").async {
                self.clearAway()
                continuation.resume()
            }
        }
    }

    private func clearAway() {
        let deadline = ContinuousClock.now + .seconds(2)
        OrphanAdoption.begin()
        defer { OrphanAdoption.end() }
        kill()
        while child.exitStatus == nil {
            if ContinuousClock.now >= deadline { return watchdog.takeOver() }
            usleep(200)
        }
        do {
            try folder.remove(by: deadline)
            child.reapGroup(by: deadline)
            watchdog.end()
        } catch {
            child.reap()
            watchdog.takeOver()
        }
    }
}
