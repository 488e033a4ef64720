package import CanaryModel

/// A step as it runs: what has come of it so far, and what that means for the steps after it.
package struct StepProgress {
    /// What comes of it.
    package var result: StepResult
    /// Whether the steps after it are not reached: a failure that is neither soft nor optional.
    package var endsFlow = false
    /// Whether it leaves a dialog open, which the step after it answers.
    package var isDialogOpen = false
    /// Whether it failed and is optional, so that it passes.
    package var isForgiven = false
    /// Whether it, or a step of it, needs a variable that no earlier step has saved.
    package var isUnsaved = false
    /// Whether the step could not begin.
    package var isUnbegun = false

    /// Begins a step: it passes until something fails.
    package init(_ step: Step, number: Int, started: Timestamp) {
        result = StepResult(number: number, name: step.name, position: step.position)
        result.started = started
        result.outcome = .passed
    }

    /// When it last failed.
    package private(set) var failedAt: ContinuousClock.Instant?

    /// Takes in why the step did not pass, and when that was known.
    package mutating func fail(_ error: any Error, _ step: Step, at time: ContinuousClock.Instant = .now) {
        failedAt = time
        result.fail(error, step)
        isUnsaved = (error as? RunError)?.isUnsaved == true
        endsFlow = !(step.isSoft && result.outcome == .failed)
    }

    /// Takes in what came of a step of the group, which is the last one so far.
    ///
    /// A fault wins over failures: what failed softly before it may be the fault's doing.
    package mutating func take(_ inner: StepProgress) {
        result.steps.append(inner.result)
        isDialogOpen = inner.isDialogOpen
        endsFlow = inner.endsFlow
        isUnsaved = inner.isUnsaved
        let outcome = inner.result.outcome
        guard outcome == .error || (outcome == .failed && result.outcome == .passed) else { return }
        (result.outcome, result.failure) = (outcome, inner.result.failure)
    }
}
