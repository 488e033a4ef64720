import CanaryModel
import WebDriver

// Whether input has reached the document that it was meant for: it may be on its way out already.

extension Page {
    /// Whether a document had gone before something was done to it, and the next one got nothing of it either: then it is
    /// to be done again.
    ///
    /// - Parameters:
    ///   - observation: What was seen before it was done.
    ///   - sent: When what it does was sent: the first button was let go; for keys, and without DevTools, a moment before.
    ///   - place: Where the page is after it.
    /// - Returns: Whether it is so; `false` where it is not known.
    func hasMissed(
        _ observation: TargetObservation,
        by sent: ContinuousClock.Instant,
        now place: DocumentState?
    ) -> Bool {
        guard let document = observation.place.document, let end = documents.clock.time(at: sent)
        else { return false }
        return place?.hasMissed(by: end, in: document) ?? false
    }

    /// Which top document is there just after something was done in it.
    ///
    /// A page that goes on and on has another one a little later. `nil`: it is not known.
    func arrival(until deadline: ContinuousClock.Instant) async throws -> DocumentState? {
        guard isInTopDocument else { return nil }
        try await limitScripts(until: deadline)
        let script = """
            const { timeOrigin, timing, eventCounts } = performance;
            const count = (type) => eventCounts.get(type) ?? 0;
            const inputs = eventCounts ? count("pointerdown") + count("keydown") : null;
            return { document: timeOrigin, come: timing.unloadEventStart || timing.domLoading || null, inputs };
            """
        do {
            return try await attempt(Command<DocumentState?>.executeSync(script), until: deadline)
        } catch is WebDriverError {
            return nil  // the page is on its way, or has replaced what this needs: the next look tells
        }
    }

    /// Sends a command that acts on an element: it counts as done where the navigation to the document that is there now
    /// began after the one that was acted on had been looked at.
    ///
    /// - Throws: `WebDriverError` where the page got nothing of it: it may be tried again.
    func attempt(
        _ command: Command<Nothing>,
        once place: DocumentState,
        until deadline: ContinuousClock.Instant
    ) async throws {
        do {
            try await attempt(command, until: deadline)
        } catch let error as WebDriverError where error.isOfLostDocument {
            guard try await hasLeft(place, until: deadline) else { throw error }
        }
    }

    /// Whether the page has gone on to another document since a look at one.
    func hasLeft(_ place: DocumentState, until deadline: ContinuousClock.Instant) async throws -> Bool {
        guard let document = place.document, let age = place.age else { return false }
        let now = try await looking(until: deadline) { _ -> DocumentState? in
            try await enter([], until: deadline)
            let answer: Answer<Nothing>? = try await askNow(PageScript.lookAround, until: deadline)
            return answer?.place
        }
        guard let began = now?.document else { return false }
        return began != document && began > document + age
    }
}

extension DocumentState {
    /// Whether this document came before input that was meant for the one before, and has got nothing of it.
    ///
    /// While it is waited for, the one before takes input as ever, to the moment that it goes (Chromium 156, for documents of
    /// the same site: none of 80 clicks was lost, at a load of 5 neither). Input that goes to another site's may be lost just
    /// before; it is not done again, since nothing tells it from input that was got.
    ///
    /// - Parameters:
    ///   - end: When what it does was sent, in ms, as `document`.
    ///   - before: The document that it was meant for.
    /// - Returns: Whether it is so; `false` where it is not known.
    func hasMissed(by end: Double, in before: Double) -> Bool {
        guard let document, document != before, inputs == 0 else { return false }
        return come.map { $0 < end } ?? false
    }
}

extension WebDriverError {
    /// Whether the driver says of input that its document or element is gone.
    var isOfLostDocument: Bool {
        isStale || [.noSuchElement, .noSuchExecutionContext, .abortedByNavigation].contains(code)
    }
}
