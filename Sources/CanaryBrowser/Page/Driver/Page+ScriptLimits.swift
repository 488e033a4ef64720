import CanaryModel
import WebDriver

// How long scripts may wait in the page, and how long the driver lets them.

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
            min(longest, ContinuousClock.now.duration(to: extended(deadline))).milliseconds
        )
    }

    /// How long the driver lets a script of ours run: longer than any slice, so that only what a navigation or a
    /// dialog swallows comes to it.
    static let scriptLimit = Duration.seconds(3)

    /// Tells the driver how long a script of ours may take from here on, where that has changed much: a little longer
    /// than it waits itself, and never beyond the step's time.
    ///
    /// A dialog that opens in the very moment in which a script is sent keeps its answer away (chromedriver 156, 8
    /// of 57 that opened as the page was loaded): only this limit ends such a script, and then the dialog can be reported.
    func limitScripts(until deadline: ContinuousClock.Instant) async throws {
        let left = max(0, ContinuousClock.now.duration(to: extended(deadline)).milliseconds)
        let wanted = min(Self.scriptLimit.milliseconds, left + 400)
        if let limit = driver.scriptLimit, limit > wanted - 300, limit < wanted + 200 { return }
        try await send(.setTimeouts(Timeouts(script: .after(.milliseconds(wanted)))), until: deadline)
        driver.scriptLimit = wanted
    }

    /// A script of the flow may take as long as its step; the next one of ours goes back to its own limit.
    func allowScript(until deadline: ContinuousClock.Instant) async throws {
        let left = max(1, ContinuousClock.now.duration(to: deadline).milliseconds)
        try await send(.setTimeouts(Timeouts(script: .after(.milliseconds(left)))), until: deadline)
        driver.scriptLimit = left
    }
}
