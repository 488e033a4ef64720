import WebDriver

extension Page {
    /// The DOM of the top document, with open shadow roots and frames of the same origin, scripts taken out.
    ///
    /// What was typed into password fields is not in it. At most about 10 MB.
    ///
    /// - Throws: ``BrowserError`` where the page cannot tell.
    public func snapshot(until deadline: ContinuousClock.Instant) async throws -> PageSnapshot {
        try await enter([], until: deadline)
        try await limitScripts(until: deadline)
        return try await send(Command<PageSnapshot>.executeSync(PageScript.snapshot), until: deadline)
    }
}
