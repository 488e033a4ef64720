import CanaryHTTP
package import CanaryModel

extension APIResponse {
    /// Judges the status, and all conditions: each that does not hold is told.
    ///
    /// - Parameters:
    ///   - conditions: What is expected.
    ///   - statuses: The statuses that are right beside those below 400; a condition on the status overrides them.
    ///   - request: What was sent.
    /// - Throws: ``APIError`` with code `status` or `expectation`, with a diagnosis for each.
    package func judge(_ conditions: [Condition], statuses: [Int], of request: Request) throws(APIError) {
        var diagnoses: [Diagnosis] = []
        for condition in conditions {
            if let diagnosis = try condition.diagnosis(of: self) { diagnoses.append(diagnosis) }
        }
        let asksForStatus = conditions.contains { $0.kind.key == .response(.status) }
        let isWrong = !asksForStatus && http.status >= 400 && !statuses.contains(http.status)
        guard isWrong || !diagnoses.isEmpty else { return }
        let answer = "\(request.method) \(http.effectiveURL) was answered with status \(status)"
        throw APIError(isWrong ? .status : .expectation, answer, diagnoses: diagnoses)
    }

    /// What came, for a note: `201 Created after 35 ms, 512 bytes`.
    package var summary: String {
        let time = Int(http.timings.total / .milliseconds(1)).elapsed
        return "\(status) after \(time), \(http.body.count.size)"
    }
}
