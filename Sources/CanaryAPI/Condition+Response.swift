import CanaryHTTP
package import CanaryModel

extension Condition {
    /// Judges a condition on a response.
    ///
    /// - Returns: Why it does not hold; `nil` where it does, and for conditions on pages.
    /// - Throws: ``APIError`` where it cannot be judged.
    package func diagnosis(of response: APIResponse) throws(APIError) -> Diagnosis? {
        guard case .response(let reading, let test) = kind else { return nil }
        var diagnosis = Diagnosis(target: reading.written, name: name, wanted: test.wanted, reason: .differs)
        diagnosis.position = position
        diagnosis.url = response.http.effectiveURL
        if isNegated { diagnosis.wanted = "not " + diagnosis.wanted }
        let verdict: ValueTest.Verdict
        do {
            verdict = test.judge(try response.values(of: reading))
        } catch {
            guard error.code == .expectation else { throw error }
            (diagnosis.reason, diagnosis.actual) = (.unreadable, error.description)
            return diagnosis
        }
        switch verdict {
        case .holds where !isNegated: return nil
        case .absent where isNegated, .found where isNegated, .violates where isNegated: return nil
        case .holds: diagnosis.actual = "so"
        case .absent:
            diagnosis.reason = .absent
            if case .json(let path) = reading { diagnosis.suggestions = response.pathsNear(path) }
        case .found(let found): diagnosis.actual = reading == .status ? response.status : found
        case .violates(let violations): (diagnosis.reason, diagnosis.actual) = (.unreadable, violations)
        case .invalid(let reason): throw APIError(.flow, reason)
        }
        return diagnosis
    }
}
