import CanaryModel

/// Something lay over an element as the pointer came to it, though a look before had not seen that: it is tried again.
struct KeptFromTarget: Error {
    private let sighting: TargetObservation
    private let cover: String?

    /// - Parameters:
    ///   - sighting: What was seen before the pointer came.
    ///   - cover: What lay over it; `nil`: not known.
    init(_ sighting: TargetObservation, by cover: String?) {
        (self.sighting, self.cover) = (sighting, cover)
    }

    /// The error where there is no time to try it again.
    func error(_ search: TargetQuery, attempts: Int) -> BrowserError {
        var diagnosis = Diagnosis(of: search.target, wanted: search.wanted, reason: .covered)
        diagnosis.take(sighting)
        (diagnosis.reason, diagnosis.coveredBy) = (.covered, cover)
        let message = "\(search.target.written) did not come \(search.wanted)"
        return BrowserError(.selector, message, diagnoses: [diagnosis], attempts: attempts)
    }
}
