import CanaryModel
import WebDriver

extension Page {
    /// How long the driver may take to hand over the console: 2 ms, where the machine is not busy.
    private static let longestConsole = Duration.seconds(2)

    /// Why the end of a document never comes; `nil` where it has come, or still may.
    ///
    /// Where the connection breaks in the middle of a document, the driver counts it as read, and the document says
    /// `loading` for ever, as one does that is still being read. Only the console tells why; what is read of it here
    /// is kept for whoever gathers it. Nothing of a document that was not drawn before is drawn then: a picture
    /// of it would take the driver 10 s and more, again and again (measured with Chromium 156).
    func breakOff(
        of place: DocumentState,
        until deadline: ContinuousClock.Instant
    ) async throws -> BrowserError? {
        guard place.isUnfinished == true, let began = place.document, let url = place.url else { return nil }
        do {
            heldLogs.console += try await entries(
                of: "browser",
                until: max(deadline, .now + Self.longestConsole)
            )
        } catch let error as BrowserError where error.code == .timeout {
            return nil  // not known: what the page shows then counts
        }
        let start = url.prefix { $0 != "#" } + " - Failed to load resource: net::"
        let entry = heldLogs.console.last { $0.timestamp >= began && $0.message.hasPrefix(start) }
        guard let entry else { return nil }
        if place.isUndrawn == true { documents.undrawableDocument = began }
        return BrowserError(navigation: String(entry.message.dropFirst(start.count)))
    }

    /// Whether the page is a document of which nothing is drawn.
    var isUndrawable: Bool {
        documents.undrawableDocument != nil && documents.undrawableDocument == documents.place?.document
    }
}
