import CanaryAPI
import CanaryModel
import CanaryRunner

extension APIError: StepError {
    /// What it means for the step.
    var failure: Failure {
        Failure(code: code, message: description, help: help, diagnoses: diagnoses)
    }

    /// A request is sent once.
    var attempts: Int { 1 }
}
