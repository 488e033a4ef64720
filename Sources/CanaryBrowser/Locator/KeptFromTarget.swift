import CanaryModel

/// Something lay over an element as the pointer came to it, though a look before had not seen that: it is tried again.
struct KeptFromTarget: Error {
    private let observation: TargetObservation
    private let cover: String?

    /// - Parameters:
    ///   - observation: What was seen before the pointer came.
    ///   - cover: What lay over it; `nil`: not known.
    init(_ observation: TargetObservation, by cover: String?) {
        (self.observation, self.cover) = (observation, cover)
    }

    /// The error where there is no time to try it again.
    func error(_ query: TargetQuery, attempts: Int) -> BrowserError {
        var diagnosis = Diagnosis(of: query.target, wanted: query.wanted, reason: .covered)
        diagnosis.take(observation)
        (diagnosis.reason, diagnosis.coveredBy) = (.covered, cover)
        let message = "\(query.target.written) did not come \(query.wanted)"
        return BrowserError(.selector, message, diagnoses: [diagnosis], attempts: attempts)
    }
}
