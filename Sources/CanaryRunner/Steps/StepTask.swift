import CanaryModel

/// A step to do, with what it has for it.
struct StepTask: Sendable {
    /// The step, its saved variables put in as far as its action needs them.
    let step: Step
    /// Where it stands.
    let scope: StepScope
    /// When its time is over.
    let deadline: ContinuousClock.Instant
    /// How long that time is.
    let time: Duration
    /// The variables that steps before it have saved.
    let saved: [String: String]
}
