import CanaryModel
import WebDriver

extension Page {
    /// How long one script waits at the most: what a navigation swallows costs no more than this and the
    /// driver's script timeout, and whoever interrupts a run waits no longer, since the driver does one thing at a time.
    ///
    /// To ask again takes 6 ms.
    static let longestSlice = Duration.seconds(1)

    /// How long one script waits in a frame that may be hidden without its document noticing.
    private static let longestApart = Duration.milliseconds(300)

    /// The time for one script, in ms: what is left until the deadline, within the longest slice.
    func slice(until deadline: ContinuousClock.Instant, atMost longest: Duration = longestSlice) -> Int {
        let longest = context.view.isApart ? min(longest, Self.longestApart) : longest
        return max(
            0,
            min(longest, ContinuousClock.now.duration(to: step.loan.extending(deadline))).milliseconds
        )
    }

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

    /// Tells the driver how long a script of ours may take from here on, where that has changed much: a little longer
    /// than it waits itself, and never beyond the step's time.
    ///
    /// A dialog that opens in the very moment in which a script is sent keeps its answer away (chromedriver 156, 8
    /// of 57 that opened as the page was loaded): only this limit ends such a script, and then the dialog can be reported.
    func limitScripts(until deadline: ContinuousClock.Instant) async throws {
        let left = max(0, ContinuousClock.now.duration(to: step.loan.extending(deadline)).milliseconds)
        let wanted = min(Self.scriptLimit.milliseconds, left + 400)
        if let limit = driver.scriptLimit, limit > wanted - 300, limit < wanted + 200 { return }
        try await send(.setTimeouts(Timeouts(script: .after(.milliseconds(wanted)))), until: deadline)
        driver.scriptLimit = wanted
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
        if place.isTop != (context.frame == []) {
            context.frame = nil
            return nil
        }
        context.view.isApart = place.isApart == true
        return answer
    }

    /// What a script's own failure means: a selector that is not valid, or a page that has changed what scripts need.
    private func error(forBroken text: String) -> BrowserError {
        if text.hasPrefix("SyntaxError") || text.contains("'evaluate'") {
            return BrowserError(.flow, "a selector is not valid: \(text)")
        }
        if devTools.isAvailable == false { return BrowserError(brokenByPage: text) }
        return BrowserError(.script, "the page has broken what its own scripts need: \(text)")
    }
}
