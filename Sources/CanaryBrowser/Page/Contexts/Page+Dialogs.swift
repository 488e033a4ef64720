public import CanaryModel
import WebDriver

// Sessions are opened with `unhandledPromptBehavior: ignore`, so that a dialog stays until a step answers it.

extension Page {
    /// Answers the dialog that is open, or that opens by the deadline.
    ///
    /// - Throws: ``BrowserError`` with code `dialog` where none opens, its message is not the one expected, or
    ///   it takes no text; the dialog is then dismissed.
    public func answerDialog(
        _ answer: DialogAnswer,
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) {
        try await explaining {
            guard let message = try await dialogMessage(until: deadline) else {
                throw BrowserError(.dialog, "no dialog opened")
            }
            if let expected = answer.message, try !expected.holds(for: message) {
                try await send(.dismissAlert, until: deadline)
                throw BrowserError(
                    .dialog,
                    "the dialog said \(quoted(message)), which does not hold: \(expected.words)"
                )
            }
            if let value = answer.value { try await typeIntoDialog(value, until: deadline) }
            try await send(answer.accepts ? .acceptAlert : .dismissAlert, until: deadline)
            try await settle(since: documents.place?.document, until: deadline)
        }
    }

    /// Closes a dialog that is in the way, so that a picture can be taken and cleanup can run.
    ///
    /// - Returns: What it said; `nil` where none was open.
    public func dismissDialog(until deadline: ContinuousClock.Instant) async throws(BrowserError) -> String? {
        try await explaining {
            guard let message = try await openDialog(until: deadline) else { return nil }
            try await send(.dismissAlert, until: deadline)
            return message
        }
    }

    /// What the open dialog says; `nil` where none is open.
    func openDialog(until deadline: ContinuousClock.Instant) async throws -> String? {
        do {
            return try await attempt(.getAlertText, until: deadline) ?? ""
        } catch let error as WebDriverError where error.code == .noSuchAlert || error.isPageBeingLeft {
            return nil
        } catch let error as WebDriverError {
            throw await explained(error)
        }
    }

    /// Waits for a dialog; WebDriver has no event for it, so it is asked again every 20 ms.
    private func dialogMessage(until deadline: ContinuousClock.Instant) async throws -> String? {
        while true {
            if let message = try await openDialog(until: deadline) { return message }
            if ContinuousClock.now >= deadline { return nil }
            try await Task.sleep(for: .milliseconds(20))
        }
    }

    private func typeIntoDialog(_ value: String, until deadline: ContinuousClock.Instant) async throws {
        do {
            try await attempt(.sendAlertText(value), until: deadline)
        } catch let error as WebDriverError {
            guard error.code == .elementNotInteractable || error.code == .unsupportedOperation else {
                throw await explained(error)
            }
            try await send(.dismissAlert, until: deadline)
            throw BrowserError(.dialog, "the dialog takes no text: it is not a prompt")
        }
    }

    /// The error for a dialog that keeps a picture from being taken; `text` where the driver told what it says.
    func openDialogError(saying text: String?) async throws -> BrowserError {
        var message = text
        if message == nil { message = try await openDialog(until: .now) }
        guard let message else { return BrowserError(.dialog, "a dialog opened and closed again") }
        return BrowserError(.dialog, "a dialog is open: \(quoted(message))")
    }

    /// The error for a dialog that stands in the way of a command; `text` where the driver told what it says.
    func dialogError(saying text: String?) async throws -> BrowserError {
        // The question whether a page may be left has no text; nor may a dialog, which is then open still.
        let isBlank = text.map { $0.isEmpty || $0.hasPrefix("{Alert text") } ?? false
        var text = isBlank ? nil : text
        if text == nil {
            do {
                text = try await live.session.send(.getAlertText, deadline: .now + .seconds(1))
            } catch {
                if error.isCancelled { throw CancellationError() }
                if error.isPageBeingLeft || (isBlank && error.code == .noSuchAlert) {
                    // No dialog for a step: the page asks whether it may be left, and what was interrupted is lost with it.
                    try await leavePage()
                    throw Self.left(by: error.command)
                }
                if error.code != .noSuchAlert { return await explained(error) }
                return BrowserError(.dialog, "a dialog opened and closed again")
            }
        }
        return BrowserError(
            .dialog,
            "a dialog opened that no step expects: \(quoted(text ?? ""))",
            help: "answer it in the next step: { dialog: \"accept\" } or { dialog: \"dismiss\" }"
        )
    }

    private nonisolated func quoted(_ text: String) -> String { "\"\(text)\"" }
}
