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
            return try await live.session.send(command, deadline: max(deadline, .now) + Self.grace)
        } catch {
            if error.isCancelled { throw CancellationError() }
            if error.isPastDeadline { throw try await overdue(error) }
            if error.code == .unexpectedAlertOpen { throw try await dialogError(saying: error.alertText) }
            throw error
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
        if error.code == .timeout { return await unloaded() }
        var explained = BrowserError(error)
        if [.crash, .browserGone].contains(explained.code), let advice = live.shortageAdvice {
            explained.help = advice
            if explained.code == .crash {
                explained.code = .browserGone
                explained.message = "the browser's tab crashed, as this machine had not enough for it"
            }
        }
        guard explained.code == .browserGone || explained.code == .protocolError else { return explained }
        guard await live.hasDriverExited else { return explained }
        return BrowserError(.driverGone, "the driver ended in the middle of the run: \(error)")
    }

    /// Whose fault an overdue reply is: a driver that still answers is held up by the page.
    ///
    /// The browser is ended then, since every further command would queue behind the overdue one.
    private func overdue(_ error: WebDriverError) async throws -> BrowserError {
        let isAnswering = await live.isDriverAnswering(within: .seconds(1))
        try Task.checkCancellation()
        guard isAnswering else {
            return BrowserError(.driverGone, "the driver stopped answering: \(error)")
        }
        live.killBrowser()
        ended = Self.unresponsive
        return Self.unresponsive
    }

    private static var unresponsive: BrowserError {
        let causes = [
            "a script of the page runs without pause, or a document never ends", MachineLoad.current?.remark,
        ]
        return BrowserError(
            .unresponsive,
            "the page kept the browser from answering until the step's time was over",
            help: causes.compactMap(\.self).joined(separator: "; ")
        )
    }

    /// Why a page could not be looked at once: nothing can be told of what is in it.
    var unseen: BrowserError {
        if lastPassing?.code == .scriptTimeout { return Self.unresponsive }
        return BrowserError(.timeout, "the page did not come to rest: it navigates on and on")
    }

    /// Runs `look` until it brings a value, for as long as its errors mean that the page was not ready.
    ///
    /// It runs at least once; `nil` from it means "not yet".
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
                let mayPass = error.isTransient || error.isStale || error.code == .scriptTimeout
                if !mayPass { throw await explained(error) }
                lastPassing = error
                currentFrame = currentFrame == [] ? [] : nil
                try await Task.sleep(for: .milliseconds(10))
            }
            if ContinuousClock.now >= deadline {
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
            _ = try await live.session.send(.getTitle, deadline: .now + .milliseconds(250))
        } catch {
            if error.isCancelled { throw CancellationError() }
            if error.isPastDeadline { throw try await overdue(error) }
            lastPassing = error  // a window or session that is gone is told by the next command
        }
    }
}
