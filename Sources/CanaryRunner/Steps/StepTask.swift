package import CanaryModel

/// A step to do, with what it has for it.
package struct StepTask: Sendable {
    /// The step.
    package let step: Step
    /// What it does, saved variables put in; `nil`: it only expects something.
    package let action: Action?
    /// The frames to look in, from outer to inner, those of its group included.
    package let frame: [Target]
    /// Where it stands.
    package let scope: StepScope
    /// When its time is over.
    package let deadline: ContinuousClock.Instant
    /// How long that time is.
    package let time: Duration
    /// The variables that steps before it have saved.
    package let saved: [String: JSONValue]
}
