import CanaryModel
import WebDriver

// A document is drawn once its stylesheets are there. A picture that is asked for before holds the driver up, and every
// command after it, until they are; of a stylesheet that never comes, as where a firewall drops what is sent to its
// server, this would be for ever, while scripts and clicks go on (measured with Chromium 156).

extension Page {
    /// How long a picture waits for what a document needs to be drawn: once for each document.
    private static let longestDrawing = Duration.seconds(5)

    /// Waits until the document can be drawn, where the last look at it has seen that it cannot.
    ///
    /// - Throws: ``BrowserError`` with code `navigation` where what it needs has not come.
    func awaitDrawing(until deadline: ContinuousClock.Instant) async throws {
        guard let document = documents.undrawnDocument, documents.place?.document == document else { return }
        let limit = documents.overdueDocument == document ? .now : min(deadline, .now + Self.longestDrawing)
        try await enter([], until: deadline)
        var awaited: [String]?
        _ = try await looking(until: limit) { _ -> DocumentState? in
            let request = ["slice": slice(until: limit)]
            let answer: Answer<Nothing>? = try await ask(PageScript.awaitDrawing, request, until: deadline)
            awaited = answer?.place.awaited
            return awaited == nil ? answer?.place : nil
        }
        guard let awaited else { return documents.undrawnDocument = nil }
        documents.overdueDocument = document
        let cause = awaited.first.map { "before \($0) has come" } ?? "of it yet"
        throw BrowserError(.navigation, "the browser draws nothing \(cause)")
    }
}
