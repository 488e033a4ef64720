import CanaryModel
import WebDriver

// A document is drawn once its stylesheets are there. A picture that is asked for before holds the driver up, and every
// command after it, until they are; of a stylesheet that never comes, as where a firewall drops what is sent to its
// server, this would be for ever, while scripts and clicks go on (measured with Chromium 156).

extension Page {
    /// How long a picture waits for what a document needs to be drawn: once for each document.
    private static let longestDrawing = Duration.seconds(5)

    /// How many documents, gone or not, an action or a check may bring before a picture waits for one that stays.
    private static let mostUnrest = 4
    /// How long that one must have been there, in ms, and how long is waited for it.
    private static let stay = (age: 300, limit: Duration.seconds(2))

    /// Waits for a document that stays, where one came after the other.
    ///
    /// A picture of a document that goes to another site meanwhile can hold the driver up for good, and every command after
    /// it (Chromium 156: 6 of 100 that went just then).
    ///
    /// - Throws: ``BrowserError`` with code `timeout` where none does.
    func awaitStay(until deadline: ContinuousClock.Instant) async throws {
        guard documents.count + documents.lost >= Self.mostUnrest else { return }
        let limit = min(deadline, .now + Self.stay.limit)
        while true {
            let missing = Self.stay.age - (try await timeSinceTopDocumentCame(until: deadline) ?? 0)
            if missing <= 0 { return }
            guard .now < limit else { throw Self.restless }
            try await Task.sleep(for: .milliseconds(missing))
        }
    }

    /// How long ago the top document took the place of the one before, in ms; `nil` where it went away meanwhile.
    private func timeSinceTopDocumentCame(until deadline: ContinuousClock.Instant) async throws -> Int? {
        do {
            try await enter([], until: deadline)
            let answer: Answer<Nothing>? = try await askNow(PageScript.lookAround, until: deadline)
            guard let place = answer?.place, let document = place.document, let age = place.age else {
                return nil
            }
            return Int(clamped: age - ((place.come ?? document) - document))
        } catch let error as WebDriverError where error.isTransient || error.code == .scriptTimeout {
            return nil
        }
    }

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
