/// What the time is on the clock of a page's documents, which is the browser's.
///
/// A page reads it before its answer arrives, so the quickest answer sets it. The time given for an instant is never too
/// late; on a busy machine it was up to 11 ms too early.
struct PageClock: Sendable {
    private let base = ContinuousClock.now
    /// How far our clock was ahead of the page's at the quickest answer, in ms; `nil`: no page has reported its time.
    private var lead: Double?
    /// By how much an answer is late at the most, in ms; one that is later tells that the browser's clock was set.
    private static let longestAnswer = 1000.0

    /// Notes what time it is in a page that has just answered.
    ///
    /// - Parameter time: The time, in ms, as `performance.timeOrigin`.
    mutating func take(_ time: Double) {
        let now = milliseconds(at: .now) - time
        guard let lead, now >= lead, now < lead + Self.longestAnswer else {
            lead = now
            return
        }
    }

    /// The page's time at an instant, in ms; `nil` where no page has reported its own.
    func time(at instant: ContinuousClock.Instant) -> Double? {
        lead.map { milliseconds(at: instant) - $0 }
    }

    private func milliseconds(at instant: ContinuousClock.Instant) -> Double {
        base.duration(to: instant) / .milliseconds(1)
    }
}
