import CanaryModel

extension Page {
    /// Refuses to report anything of a file that the flow may not read, wherever a page of a file has gone by itself:
    /// browsers keep pages of other schemes from there.
    ///
    /// - Throws: ``BrowserError`` with code `flow`.
    func checkAccess(to url: String?) throws {
        guard let files = options.files, let url, !files.allows(url: url) else { return }
        documents.place = nil
        throw BrowserError(
            .flow,
            "the page has gone to \(url), which lies outside of the flow's folder and the current folder",
            help: "allow its folder with --allow-file-access DIR"
        )
    }

    /// Looks whether the tab is still there.
    ///
    /// - Throws: ``BrowserError`` where it is not; a dialog is for the next step.
    public func checkTab(until deadline: ContinuousClock.Instant) async throws(BrowserError) {
        try await explaining {
            do {
                _ = try await place(until: deadline)
            } catch let error as BrowserError where error.code == .dialog {}
        }
    }
}
