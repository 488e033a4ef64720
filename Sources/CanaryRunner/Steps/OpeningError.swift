import CanaryModel

/// Why what steps are done with could not be opened.
struct OpeningError: StepError {
    /// What it means for the step that needs it, or for the attempt.
    let failure: Failure
    /// Whether it may go better a second time.
    let mayPass: Bool

    /// The step was not begun.
    var attempts: Int { 0 }
}
