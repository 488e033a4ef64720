package import CanaryModel

extension StepResult {
    /// The result of a step that was not reached.
    package init(skipped step: Step, number: Int) {
        self.init(number: number, name: step.name, position: step.position)
    }

    /// Takes in why the step did not pass.
    package mutating func fail(_ error: any Error, _ step: Step) {
        var failure = Failure(error)
        failure.step = step.name
        failure.position = failure.diagnoses.lazy.compactMap(\.position).first ?? step.position
        failure.excerpt = failure.position.flatMap(SourceExcerpt.init(around:))
        if let error = error as? any StepError { attempts = max(attempts, error.attempts) }
        self.failure = failure
        outcome = failure.code.outcome
    }
}

extension Failure {
    /// What an error of a step means.
    package init(_ error: any Error) {
        switch error {
        case let error as any StepError: self = error.failure
        case is CancellationError:
            self.init(code: .interrupted, message: "the run was interrupted")
        default:
            self.init(code: .protocolError, message: "an unexpected error: \(error)")
        }
    }
}
