import Foundation
import TestSupport
import Testing

@testable import WebDriver

@Suite("Session", .serialized, .timeLimit(.minutes(13))) struct SessionTests {
    @Test("tells what it came to have")
    func capabilities() async throws {
        try await withBrowserSession { set in
            set.timeouts = Timeouts(pageLoad: .after(.seconds(7)))
            set.pageLoadStrategy = .eager
            set.acceptInsecureCerts = true
        } _: { session in
            let capabilities = session.capabilities
            #expect(capabilities.browserName?.hasPrefix("chrom") == true)
            #expect(capabilities.browserVersion?.isEmpty == false)
            #expect(capabilities.chromedriverVersion?.isEmpty == false)
            #expect(capabilities.timeouts?.pageLoad == .after(.seconds(7)))
            #expect(capabilities.pageLoadStrategy == .eager)
            #expect(capabilities.acceptInsecureCerts == true)
            #expect(capabilities.unhandledPromptBehavior == .all(.dismissAndNotify))
            #expect(!capabilities.isGrid)
            let process = try #require(capabilities.processID)
            #expect(kill(pid_t(process), 0) == 0)
            let status = try await session.connection.status(deadline: .now + .seconds(10))
            #expect(status.isReady)
            #expect(status.version == capabilities.chromedriverVersion)
        }
    }

    @Test("that is ended can be ended again, and says that it is gone")
    func end() async throws {
        try await withBrowserSession { session in
            try await session.end(deadline: .now + .seconds(10))
            try await session.end(deadline: .now + .seconds(10))
            let error = await #expect(throws: WebDriverError.self) { try await session.send(.getTitle) }
            #expect(error?.isSessionGone == true)
        }
    }

    @Test("whose browser is killed says that it is gone, also in the middle of a script")
    func killedBrowser() async throws {
        try await withBrowserSession { session in
            let process = try #require(session.capabilities.processID)
            let running = Task {
                try await session.send(Command<Nothing>.executeSync("return new Promise(() => 0)"))
            }
            kill(pid_t(process), SIGKILL)
            let error = await #expect(throws: WebDriverError.self) { try await running.value }
            #expect(error?.isSessionGone == true, "\(String(describing: error))")
        }
    }

    @Test("gives up at the deadline, while the driver still answers others")
    func deadline() async throws {
        try await withBrowserSession { session in
            try await session.open("<p>")
            let start = ContinuousClock.now
            let error = await #expect(throws: WebDriverError.self) {
                let command = Command<Nothing>.executeAsync("setTimeout(arguments[0], 3000)")
                try await session.send(command, deadline: .now + .milliseconds(150))
            }
            #expect(error?.isPastDeadline == true)
            #expect(ContinuousClock.now - start < .seconds(2))
            #expect(try await session.connection.status(deadline: .now + .seconds(5)).isReady)
        }
    }

    @Test("stops waiting as soon as its task is cancelled")
    func cancellation() async throws {
        try await withBrowserSession { session in
            try await session.open("<p>")
            let error = await withTaskGroup { group in
                group.addTask {
                    await #expect(throws: WebDriverError.self) {
                        try await session.send(
                            Command<Nothing>.executeAsync("setTimeout(arguments[0], 1500)")
                        )
                    }
                }
                group.cancelAll()
                return await group.next() ?? nil
            }
            #expect(error?.isCancelled == true)
        }
    }

    @Test("that cannot be started says why")
    func startFailure() async throws {
        let error = try await startError {
            $0.chromeOptions?.binary = "/bin/false"
            $0.chromeOptions?.args = []  // by a pipe, chromedriver waits until browserStartupTimeout
        }
        #expect(error?.startFailure == .browserExited)
        #expect(
            error?.message
                == "Chrome instance exited. Examine ChromeDriver verbose log to determine the cause."
        )
        let mismatch = try await startError { $0.platformName = "windows" }
        #expect(mismatch?.startFailure == .capabilitiesNotMet)
    }

    private func startError(_ change: (inout CapabilitySet) -> Void) async throws -> WebDriverError? {
        do {
            try await withBrowserSession(change) { _ in }
            return nil
        } catch let error as WebDriverError {
            return error
        }
    }

    @Test("can be had of a driver that already runs, below a path and with credentials")
    func runningDriver() async throws {
        try await BareDriver.withDriver(arguments: ["--url-base=/wd/hub"]) { driver in
            let address = driver.baseURL.dropFirst("http://".count)
            let connection = try Connection(url: "http://ann:s3cret@\(address)/wd/hub//")
            let deadline = ContinuousClock.now + .seconds(30)
            #expect(try await connection.status(deadline: deadline).isReady)
            let session = try await Session.start(
                on: connection,
                capabilities: Capabilities(alwaysMatch: .headless),
                deadline: deadline
            )
            #expect(try await session.send(.getTitle) == "")
            try await session.end(deadline: deadline)
        }
    }
}
