import CanaryModel
import WebDriver

extension Page {
    /// Runs one of the page's own scripts in the current frame.
    ///
    /// - Returns: The answer; `nil` where a navigation took the document away, or the session was in another
    ///   frame than was thought: then it must be asked again.
    /// - Throws: ``BrowserError`` with code `flow` where the selector is not valid.
    func ask<Seen>(
        _ script: OwnScript,
        _ request: some Encodable & Sendable,
        until deadline: ContinuousClock.Instant
    ) async throws -> Answer<Seen>? {
        guard let answer: Answer<Seen> = try await run(script, [request], until: deadline) else {
            throw try await dialogError(saying: nil)  // only a dialog makes a script answer null
        }
        // It could look, but not wait.
        if answer.place.isScriptless == true { try await Task.sleep(for: .milliseconds(20)) }
        return try accepted(answer)
    }

    /// Runs one of the page's own scripts that answers at once.
    func askNow<Seen>(
        _ script: OwnScript,
        _ arguments: [any Encodable & Sendable] = [],
        until deadline: ContinuousClock.Instant
    ) async throws -> Answer<Seen>? {
        guard let answer: Answer<Seen> = try await run(script, arguments, until: deadline) else {
            throw try await dialogError(saying: nil)
        }
        return try accepted(answer)
    }

    private func accepted<Seen>(_ answer: Answer<Seen>) throws -> Answer<Seen>? {
        let place = answer.place
        documents.isDrawn = false
        if let broken = place.broken { throw error(forBroken: broken) }
        if let document = place.document, let age = place.age { documents.clock.take(document + age) }
        try checkAccess(to: place.url)
        if place.isTop == true { documents.place = place } else { noteFrame(place) }
        guard place.leaving != true else {
            documents.mayBeLeaving = true
            return nil
        }
        if place.isTop != isInTopDocument {
            context.frame = nil
            return nil
        }
        context.view.isApart = place.isApart == true
        return answer
    }

    /// What a script's own failure means: a selector that is not valid, or a page that has changed what scripts need.
    private func error(forBroken text: String) -> BrowserError {
        if text.contains("Invalid regular expression") { return BrowserError(invalidPattern: text) }
        if text.hasPrefix("SyntaxError") || text.contains("'evaluate'") {
            return BrowserError(.flow, "a selector is not valid: \(text)")
        }
        if !hasDevTools { return BrowserError(brokenByPage: text) }
        return BrowserError(.script, "the page has broken what its own scripts need: \(text)")
    }
}
