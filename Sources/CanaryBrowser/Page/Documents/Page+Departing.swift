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
    ///   - isVital: Whether the page counts as unresponsive where the answer is overdue.
    /// - Throws: `WebDriverError` with code `scriptTimeout` where it does not within the limit for one script, as for a
    ///   lost document where the element is gone.
    func awaitAnswer(
        with element: Element? = nil,
        until deadline: ContinuousClock.Instant,
        isVital: Bool = true
    ) async throws {
        guard documents.mayBeLeaving else { return }
        try await limitScripts(until: deadline)
        do {
            let command = Command<Bool?>.executeSync("return true", arguments: element.map { [$0] } ?? [])
            _ = try await transmit(command, until: deadline, isVital: isVital)
            driver.isBrokenByPage = false
        } catch let error as WebDriverError where error.isOfScript {
            driver.isBrokenByPage = true  // all the same it answers
        }
        documents.mayBeLeaving = false
    }

    /// Does something by a command of the driver; where the page has replaced what that needs, in another way.
    ///
    /// What is done must be the same where it is done twice: such a command can end in its middle. The page is asked first
    /// (5 ms), since the command may never end where it has replaced all.
    func unlessBroken<Value>(
        until deadline: ContinuousClock.Instant,
        _ command: () async throws -> Value,
        otherwise other: () async throws -> Value
    ) async throws -> Value {
        guard canDoWithoutDriver else { return try await command() }
        documents.mayBeLeaving = true
        try await awaitAnswer(until: deadline)
        if driver.isBrokenByPage { return try await other() }
        do {
            return try await command()
        } catch let error as WebDriverError where error.isOfScript {
            return try await other()
        }
    }

    /// Throws what kept the page from answering: a dialog, a server that has not sent the next document, or a page that does
    /// not let the browser work; returns where it answers after all.
    private func explainSilence() async throws {
        if let message = try await openDialog(until: .now) { throw try await dialogError(saying: message) }
        documents.mayBeLeaving = true
        let start = documents.leavingSince ?? .now
        guard try await answersOnceStopped() else {
            try await attempt(.getTitle, until: .now)  // it is overdue, and the page is ended
            return
        }
        let answer: Answer<Nothing>? = try await askNow(PageScript.lookAround, until: .now)
        let silence = Double((start.duration(to: .now) + Self.longestNotice).milliseconds)
        if documents.isGoing || answer?.place.sinceUnload.map({ $0 <= silence }) == true {
            throw BrowserError(.timeout, "the page did not load in time: its server has not answered")
        }
    }

    /// How long it may take to learn that a navigation has begun.
    private static let longestNotice = Duration.seconds(1)

    /// Throws what kept the page from answering, as what it means; an error that may pass is kept for the caller.
    func tellSilence() async throws {
        do {
            try await explainSilence()
        } catch let error as WebDriverError {
            if !error.isTransient, !error.isStale { throw await explained(error) }
            driver.lastPassing = error
        }
    }

    /// Stops a navigation that goes on, so that the page answers again.
    ///
    /// - Returns: Whether it does.
    func answersOnceStopped() async throws -> Bool {
        guard hasDevTools else { return false }
        try await attempt(Command<Nothing>.executeCDP("Page.stopLoading"), until: .now)
        return try await isAnswering()
    }

    /// How long a page may take to answer that waits for nothing, beside the least limit for scripts.
    private static let longestAnswer = Duration.milliseconds(200)

    /// Whether the page answers soon.
    func isAnswering() async throws -> Bool {
        do {
            try await awaitAnswer(until: .now + evidenceTime(Self.longestAnswer) - Self.longestAnswer)
            return true
        } catch let error as WebDriverError where error.code == .scriptTimeout {
            return false
        }
    }

    /// Waits until the document that the page has come to is read, and its deferred scripts have run.
    ///
    /// - Throws: ``BrowserError`` with code `timeout` where it is not by the deadline.
    public func awaitReading(until deadline: ContinuousClock.Instant) async throws(BrowserError) {
        try await explaining {
            guard documents.place?.isComing == true else { return }
            if try await isRead(by: deadline) { return }
            throw isRestless ? Self.restless : await unloaded()
        }
    }

    /// Whether the document that the page has come to is read by the deadline.
    func isRead(by deadline: ContinuousClock.Instant) async throws -> Bool {
        guard documents.place?.isComing == true else { return true }
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
