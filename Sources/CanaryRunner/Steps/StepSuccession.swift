import CanaryModel

/// Whether steps that stand one after the other go on: a failure ends them, but not the later rows of its `forEach`.
struct StepSuccession {
    /// Whether the next step runs.
    private(set) var goesOn = true
    /// Whether one has failed that counts.
    private(set) var hasFailed = false

    /// Takes in a step that has run.
    mutating func take(_ step: Step, endsFlow: Bool) {
        hasFailed = hasFailed || endsFlow
        if step.rowsAfter == 0 { goesOn = !hasFailed }
    }
}
