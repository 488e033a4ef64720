import CanaryModel
import WebDriver

extension Page {
    /// How long is looked for what came too late: longer only makes a failed step longer.
    static let longestLateness = Duration.milliseconds(250)

    // It is shared by all that a step waited for; the time for suggestions comes after it.

    /// When a target that was waited for in vain comes after all, in ms since that wait began.
    ///
    /// - Returns: The time; `nil` where it was there but not as wanted, where it does not come soon, or the page cannot
    ///   tell: it is the failure that counts.
    func lateness(
        of target: Target,
        _ diagnosis: Diagnosis,
        until deadline: ContinuousClock.Instant
    ) async -> Int? {
        guard diagnosis.reason == .absent || diagnosis.reason == .hidden else { return nil }
        let start = ContinuousClock.now
        if start >= deadline { return nil }
        let need: TargetRequest.Need = diagnosis.reason == .hidden ? .seen : .visible
        let query = TargetQuery(target: target, need: need, wanted: diagnosis.wanted)
        do {
            // It is the look that is short, not what a busy machine may take for it.
            let left = start.duration(to: deadline)
            let seen = try await look(
                for: query,
                attempt: 1,
                atMost: left,
                until: .now + Self.longestEvidence
            )
            guard seen?.element != nil else { return nil }
            return diagnosis.waited + start.duration(to: .now).milliseconds
        } catch {
            return nil
        }
    }
}
