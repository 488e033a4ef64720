package import CanaryModel

/// Why a step did not pass, as whoever does it tells.
package protocol StepError: Error {
    /// What it means.
    var failure: Failure { get }
    /// How often the step was tried; 0: it was not begun.
    var attempts: Int { get }
}

extension RunError: StepError {
    package var failure: Failure { Failure(code: code, message: description, help: help) }
}
