import CanaryModel
import WebDriver

extension Page {
    /// Sends a command; its errors are told as they are, for those who try again.
    @discardableResult
    func attempt<Response>(
        _ command: Command<Response>,
        until deadline: ContinuousClock.Instant
    ) async throws -> Response {
        if let ended { throw ended }
        do {
            // A command that comes after the deadline, to look once more or to clean up, has its grace too.
            return try await patiently(command, until: max(loan.extending(deadline), .now) + Self.grace)
        } catch let error as WebDriverError {
            if error.isPageBeingLeft, .now < deadline + Self.grace {
                try await leavePage(until: deadline)
                return try await attempt(command, until: deadline)
            }
            if error.isCancelled { throw CancellationError() }
            if error.code == .unexpectedAlertOpen { throw try await dialogError(saying: error.alertText) }
            if error.isInterrupted { throw try await dialogError(saying: nil) }
            throw error
        }
    }

    /// Says yes to the question whether the page may be left, where the driver has not done so itself.
    func leavePage(until deadline: ContinuousClock.Instant) async throws {
        do {
            try await live.session.send(.acceptAlert, deadline: max(deadline, .now) + Self.grace)
        } catch {
            // It was answered meanwhile: then nothing is open.
            if error.isCancelled { throw CancellationError() }
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    /// Sends a command; its errors are told as what they mean.
    @discardableResult
    func send<Response>(
        _ command: Command<Response>,
        until deadline: ContinuousClock.Instant
    ) async throws -> Response {
        do {
            return try await attempt(command, until: deadline)
        } catch let error as WebDriverError {
            throw await explained(error)
        }
    }

    /// What an error means, once the driver's process was looked at: a browser that is gone with its driver is
    /// the driver's fault.
    func explained(_ error: WebDriverError) async -> BrowserError {
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
        if [.crash, .browserGone].contains(explained.code), ended == nil { ended = explained }
        guard explained.code == .browserGone || explained.code == .protocolError else { return explained }
        guard await live.hasDriverExited else { return explained }
        return BrowserError(.driverGone, "the driver ended in the middle of the run: \(error)")
    }

    /// Whether a tab that crashed had not got a document yet, as the traffic tells; `false` where it is not known.
    private func crashedUnopened() async -> Bool {
        if hasOpened { return false }
        do {
            heldTraffic += try await live.session.send(.getLog("performance"), deadline: .now + .seconds(2))
        } catch {
            return false  // a driver that keeps no such log
        }
        let came = heldTraffic.contains {
            $0.message.contains("\"Network.responseReceived\"")
                && $0.message.contains("\"type\":\"Document\"")
        }
        return !heldTraffic.isEmpty && !came
    }

    /// Why a page could not be looked at once: nothing can be told of what is in it.
    var unseen: BrowserError {
        if let strain = loan.refusal { return .starved(strain) }
        if lastPassing?.code == .scriptTimeout, !isRestless { return Self.unresponsive }
        if lastPassing?.isStale == true {
            return BrowserError(.timeout, "the page replaced what was looked at again and again")
        }
        return Self.restless
    }

    /// The failure of a page that goes on to one document after the other.
    static var restless: BrowserError {
        BrowserError(.timeout, "the page did not come to rest: it navigates on and on")
    }

    /// Whether more documents came than actions and redirections bring.
    var isRestless: Bool { documentsCome >= 4 }

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
        lastPassing = nil
        while true {
            attempt += 1
            do {
                if let value = try await look(attempt) { return value }
            } catch let error as WebDriverError {
                // A page that is loaded again and again makes the driver's limit for one load end early.
                let isEarly = error.code == .timeout && isRestless && .now < deadline
                let mayPass = error.isTransient || error.isStale || error.code == .scriptTimeout || isEarly
                if !mayPass { throw await explained(error) }
                lastPassing = error
                currentFrame = currentFrame == [] ? [] : nil
                try await Task.sleep(for: .milliseconds(10))
            }
            noteStrain()
            if ContinuousClock.now >= loan.extending(deadline) {
                if borrow(at: deadline) { continue }
                if lastPassing?.code == .scriptTimeout { try await explainSilence() }
                return nil
            }
        }
    }

    /// Throws what kept a script of ours from answering: a dialog, or a page that answers nothing at all; returns where
    /// the page answers, so that a navigation has swallowed the script.
    private func explainSilence() async throws {
        if let message = try await openDialog(until: .now) { throw try await dialogError(saying: message) }
        do {
            try await attempt(.getTitle, until: .now)
        } catch let error as WebDriverError {
            lastPassing = error  // a window or session that is gone is told by the next command
        }
    }
}
