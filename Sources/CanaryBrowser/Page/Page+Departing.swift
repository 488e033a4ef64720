import CanaryModel
import WebDriver

// Sessions are opened with `pageLoadStrategy: none`: with another one the driver holds back every command until the next
// document is read, with all scripts that its parser waits for, whatever a person could see of it before. With none the
// browser holds back what its renderer is asked from the moment in which a navigation of the top document begins until
// the next document is there, or none comes (measured with Chromium 156: `Runtime.evaluate` takes as long as the server
// does to answer). chromedriver waits for such an answer without a limit, and does nothing else meanwhile, except in
// `execute`, which has one: by it is asked whether the page can answer where it may be leaving. What the browser does
// itself, a picture or `Page.stopLoading`, it does at once.

extension Page {
    /// Waits until the page can answer, where it may be going to another document.
    ///
    /// - Parameters:
    ///   - element: What must still be in it.
    ///   - deadline: When to give up.
    /// - Throws: `WebDriverError` with code `scriptTimeout` where it does not within the limit for one script, as for a
    ///   lost document where the element is gone.
    func awaitAnswer(with element: Element? = nil, until deadline: ContinuousClock.Instant) async throws {
        guard mayBeLeaving else { return }
        try await limitScripts(until: deadline)
        do {
            let command = Command<Bool?>.executeSync("return true", arguments: element.map { [$0] } ?? [])
            _ = try await attempt(command, until: deadline)
            breaksDriver = false
        } catch let error as WebDriverError where error.isOfScript {
            breaksDriver = true  // all the same it answers
        }
        mayBeLeaving = false
    }

    /// Throws what kept the page from answering: a dialog, a server that has not sent the next document, or a page that
    /// does not let the browser work; returns where it answers after all.
    func explainSilence() async throws {
        if let message = try await openDialog(until: .now) { throw try await dialogError(saying: message) }
        if mayBeLeaving, hasDevTools != false, try await answersOnceStopped() {
            throw BrowserError(.timeout, "the page did not load in time: its server has not answered")
        }
        do {
            try await attempt(.getTitle, until: .now)
        } catch let error as WebDriverError {
            lastPassing = error  // a window or session that is gone is told by the next command
        }
    }

    /// How long a page that waited for its server may take to answer when it does so no longer.
    private static let longestReturn = Duration.milliseconds(200)

    /// Stops a navigation that goes on.
    ///
    /// - Returns: Whether that was what the page waited for.
    private func answersOnceStopped() async throws -> Bool {
        do {
            try await attempt(Command<Nothing>.executeCDP("Page.stopLoading"), until: .now)
            try await awaitAnswer(until: .now + evidenceTime(Self.longestReturn) - Self.longestReturn)
            let answer: Answer<Nothing>? = try await askNow(PageScript.lookAround, until: .now)
            return isGoing || answer?.place.sinceUnload != nil
        } catch let error as WebDriverError where error.code == .scriptTimeout {
            return false
        }
    }

    /// Waits until the document that the page has come to is read, and its deferred scripts have run.
    ///
    /// - Throws: ``BrowserError`` with code `timeout` where it is not by the deadline.
    public func awaitReading(until deadline: ContinuousClock.Instant) async throws {
        guard lastPlace?.isComing == true else { return }
        if try await isRead(by: deadline) { return }
        throw isRestless ? Self.restless : await unloaded()
    }

    /// Whether the document that the page has come to is read by the deadline.
    func isRead(by deadline: ContinuousClock.Instant) async throws -> Bool {
        guard lastPlace?.isComing == true else { return true }
        let isRead = try await looking(until: deadline) { _ -> Bool? in
            try await enter([], until: deadline)
            let request = ["slice": slice(until: deadline)]
            let answer: Answer<Nothing>? = try await ask(PageScript.awaitReading, request, until: deadline)
            guard let place = answer?.place else { return nil }
            if place.isComing != true { return true }
            // What is left of one that has broken off is judged by how it came.
            return try await breakOff(of: place, until: deadline) == nil ? nil : true
        }
        return isRead ?? false
    }
}

extension Command {
    /// Whether the page may go to another document by it.
    var mayNavigate: Bool {
        let paths = [
            "/url", "/back", "/forward", "/refresh", "/click", "/value", "/actions", "/accept", "/dismiss",
            "/window",
        ]
        return method == .post && paths.contains { path.template.hasSuffix($0) }
    }
}

extension WebDriverError {
    /// Whether it is of a script that ran: what the driver or the page threw in it.
    fileprivate var isOfScript: Bool {
        code == .javascriptError || (code == .unknownError && !isTransient && !isSessionGone && !isWindowGone)
    }
}
