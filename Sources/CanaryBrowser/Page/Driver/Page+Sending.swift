import CanaryModel
import WebDriver

extension Page {
    /// Sends a command; its errors are thrown as they are, for those who try again.
    ///
    /// - Parameters:
    ///   - command: The command.
    ///   - isForThisPage: Whether it is not to be sent to the next page, where this one is being left.
    ///   - deadline: When to give up.
    /// - Returns: The answer.
    /// - Throws: `WebDriverError`; ``BrowserError`` where a dialog is in the way, or the page or its driver is at its end.
    @discardableResult
    func attempt<Response>(
        _ command: Command<Response>,
        isForThisPage: Bool = false,
        until deadline: ContinuousClock.Instant
    ) async throws -> Response {
        if let ended = driver.ended { throw ended }
        if command.mayNavigate { documents.mayBeLeaving = true }
        let start = ContinuousClock.now
        while true {
            do {
                // A command that comes after the deadline, to look once more or to clean up, has its grace too.
                return try await patiently(
                    command,
                    until: max(extended(deadline), .now) + Self.grace
                )
            } catch let error as WebDriverError {
                guard error.isPageBeingLeft else { throw try await meant(by: error) }
                try await leavePage(since: start)
                if isForThisPage { throw Self.left(by: error.command) }
            }
        }
    }

    /// What an error of a command means: that it was cancelled, that a dialog is in the way, or what it says.
    private func meant(by error: WebDriverError) async throws -> any Error {
        if error.isCancelled { return CancellationError() }
        if error.code == .unexpectedAlertOpen { return try await dialogError(saying: error.alertText) }
        if error.isInterrupted { return try await dialogError(saying: nil) }
        return error
    }

    /// The error for a command that the page did not take, since it is being left.
    static func left(by command: String) -> WebDriverError {
        WebDriverError(code: .abortedByNavigation, command: command, message: "the page is being left")
    }

    /// How long the driver may refuse commands of a page that is being left.
    private static let longestLeaving = Duration.seconds(2)

    /// Says yes to the question whether the page may be left, where the driver has not done so itself.
    ///
    /// - Throws: ``BrowserError`` with code `driverGone` where the driver waits for an answer that nobody can give any more,
    ///   since two navigations have asked at once (chromedriver 156).
    func leavePage(since start: ContinuousClock.Instant = .now) async throws {
        do {
            try await live.session.send(.acceptAlert, deadline: .now + Self.longestLeaving)
        } catch {
            if error.isCancelled { throw CancellationError() }
            if error.code == .abortedByNavigation, start.duration(to: .now) > Self.longestLeaving {
                let error = BrowserError(
                    .driverGone,
                    "the driver takes nothing any more: it waits for the answer of a page that was left"
                )
                driver.end(with: error)
                throw error
            }
            // It was answered meanwhile: then nothing is open.
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// Sends a command; its errors are reported as what they mean.
    @discardableResult
    func send<Response>(
        _ command: Command<Response>,
        until deadline: ContinuousClock.Instant
    ) async throws -> Response {
        try await explaining { try await attempt(command, until: deadline) }
    }

    /// Does something whose errors are reported in the page's own terms.
    ///
    /// - Throws: ``BrowserError``, with code `interrupted` where the task was cancelled.
    func explaining<Value: Sendable>(
        _ body: () async throws -> Value
    ) async throws(BrowserError) -> Value {
        do {
            return try await body()
        } catch let error as BrowserError {
            throw error
        } catch let error as WebDriverError {
            throw await explained(error)
        } catch is CancellationError {
            throw Self.interrupted
        } catch {
            throw BrowserError(.protocolError, "an unexpected error: \(error)")
        }
    }

    private static var interrupted: BrowserError {
        BrowserError(.interrupted, "the run was interrupted", attempts: 0)
    }

    /// What an error means, once the driver's process was looked at: a browser that is gone with its driver is
    /// the driver's fault.
    func explained(_ error: WebDriverError) async -> BrowserError {
        if error.isCancelled { return Self.interrupted }
        // The driver's own scripts run in the page's world.
        if error.code == .javascriptError, !hasDevTools { return BrowserError(brokenByPage: error.message) }
        if error.code == .timeout { return isRestless ? Self.restless : await unloaded() }
        var explained = BrowserError(error)
        if [.crash, .browserGone].contains(explained.code), let advice = live.shortageAdvice {
            explained.help = advice
            if explained.code == .crash {
                explained.code = .browserGone
                explained.message = "the browser's tab crashed, as this machine had not enough for it"
            }
        }
        if explained.code == .crash, await crashedUnopened() {
            explained.code = .browserGone
            explained.message = "the browser's tab crashed before a page had come"
        }
        if [.crash, .browserGone].contains(explained.code) { driver.end(with: explained) }
        guard explained.code == .browserGone || explained.code == .protocolError else { return explained }
        guard await live.hasDriverExited else { return explained }
        return BrowserError(.driverGone, "the driver ended in the middle of the run: \(error)")
    }

    /// Why a page could not be looked at once: nothing is known of what is in it.
    var unseen: BrowserError {
        if let strain = refusal { return .starved(strain) }
        if driver.lastPassing?.code == .scriptTimeout, !isRestless { return Self.unresponsive }
        if driver.lastPassing?.isStale == true {
            return BrowserError(.timeout, "the page replaced what was looked at again and again")
        }
        return Self.restless
    }

    /// The last error of a look that was taken to pass; `nil`: there was none.
    var lastPassing: WebDriverError? { driver.lastPassing }

    /// The failure of a page that goes on to one document after the other.
    static var restless: BrowserError {
        BrowserError(.timeout, "the page did not come to rest: it navigates on and on")
    }

    /// Whether more documents came than actions and redirections bring.
    var isRestless: Bool { documents.count >= 4 }

    /// Runs `look` until it brings a value, for as long as its errors mean that the page was not ready.
    ///
    /// It runs at least once; `nil` from it means "not yet". On a machine that is too busy it goes on after the deadline.
    ///
    /// - Returns: The value; `nil` when the deadline passed without one.
    /// - Throws: ``BrowserError`` for what will not get better by waiting.
    func looking<Value>(
        until deadline: ContinuousClock.Instant,
        _ look: (_ attempt: Int) async throws -> Value?
    ) async throws -> Value? {
        var attempt = 0
        driver.lastPassing = nil
        while true {
            attempt += 1
            do {
                if let value = try await look(attempt) { return value }
            } catch let error as WebDriverError {
                let mayPass = error.isTransient || error.isStale || error.code == .scriptTimeout
                if !mayPass { throw await explained(error) }
                driver.lastPassing = error
                if error.isDocumentGone { documents.lose() }
                distrustFrames()
                try await Task.sleep(for: .milliseconds(10))
            }
            noteStrain()
            if ContinuousClock.now >= extended(deadline) {
                if borrow(at: deadline) { continue }
                if driver.lastPassing?.code == .scriptTimeout { try await tellSilence() }
                return nil
            }
        }
    }
}
