import WebDriver

extension Page {
    /// The DOM of the top document, with open shadow roots and frames of the same origin, scripts taken out.
    ///
    /// What was typed into password fields is not in it. At most about 10 MB.
    ///
    /// - Throws: ``BrowserError`` where the page cannot tell.
    public func snapshot(until deadline: ContinuousClock.Instant) async throws(BrowserError) -> PageSnapshot {
        try await explaining {
            try await enter([], until: deadline)
            _ = try await place(until: deadline)
            guard let snapshot: PageSnapshot = try await run(PageScript.snapshot, until: deadline) else {
                throw try await dialogError(saying: nil)
            }
            return snapshot
        }
    }
}
