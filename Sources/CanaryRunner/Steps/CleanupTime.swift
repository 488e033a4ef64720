import CanaryModel

/// The time that cleanup has, and how its steps share it.
struct CleanupTime {
    /// When it is over.
    private let end: ContinuousClock.Instant
    /// Whether each step has its share alone, so that one that cannot succeed leaves some to those after it.
    private let isShared: Bool
    /// It in words: `the time of cleanup, 15.0 s,`.
    let budget: String

    /// How long cleanup may take after an interruption, since somebody waits for its end: with the wait for the
    /// driver, which ends the script of the interrupted step first (1 s at most).
    static let longestAfterInterruption = Duration.seconds(3)
    /// How long its steps may take then.
    private static let stepsAfterInterruption = Duration.seconds(2)

    /// The time of a flow that came to its end, from now on.
    init(of flow: Flow) {
        end = .now + flow.cleanupTimeout
        isShared = false
        budget = "the time of cleanup, \(flow.cleanupTimeout.milliseconds.elapsed),"
    }

    /// The time after an interruption, once the driver is free; never more than the flow's own.
    init(of flow: Flow, interruptedAt start: ContinuousClock.Instant) {
        let steps = min(Self.stepsAfterInterruption, flow.cleanupTimeout)
        end = min(.now + steps, start + Self.longestAfterInterruption)
        isShared = true
        budget = "the time of cleanup after an interruption, \(steps.milliseconds.elapsed),"
    }

    /// When a step must end that begins now, of `left` that are still to run.
    func deadline(ofFirstOf left: Int) -> ContinuousClock.Instant {
        isShared ? .now + (end - .now) / max(1, left) : end
    }
}
