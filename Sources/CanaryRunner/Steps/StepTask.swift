package import CanaryModel

/// A step to do, with what it has for it.
package struct StepTask: Sendable {
    /// The step, its saved variables put in as far as its action needs them.
    package let step: Step
    /// Where it stands.
    package let scope: StepScope
    /// When its time is over.
    package let deadline: ContinuousClock.Instant
    /// How long that time is.
    package let time: Duration
    /// The variables that steps before it have saved.
    package let saved: [String: String]
}
