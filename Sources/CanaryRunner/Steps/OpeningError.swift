package import CanaryModel

/// Why what steps are done with could not be opened.
package struct OpeningError: StepError {
    /// What it means for the step that needs it, or for the attempt.
    package let failure: Failure
    /// Whether it may go better a second time.
    package let mayPass: Bool

    /// Makes an error.
    package init(_ failure: Failure, mayPass: Bool) { (self.failure, self.mayPass) = (failure, mayPass) }

    /// The step was not begun.
    package var attempts: Int { 0 }
}
