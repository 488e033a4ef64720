import CanaryHTTP
package import CanaryModel

extension APIResponse {
    /// Judges conditions.
    ///
    /// - Parameter conditions: What is expected; those on pages are left out.
    /// - Returns: What each came to.
    /// - Throws: ``APIError`` where one cannot be judged.
    package func findings(on conditions: [Condition]) throws(APIError) -> ResponseFindings {
        var findings = ResponseFindings()
        for condition in conditions {
            switch try condition.finding(in: self) {
            case .holds(let line): findings.held.append(line)
            case .fails(let diagnosis): findings.unmet.append(diagnosis)
            case nil: break
            }
        }
        return findings
    }

    /// Why a response is not right, by its status and what its conditions came to.
    ///
    /// - Parameters:
    ///   - unmet: Why conditions on it do not hold.
    ///   - conditions: All that are asked; one on the status overrides `wanted` and `allowed`.
    ///   - wanted: The statuses that are right; empty: those below 400, and `allowed`.
    ///   - allowed: Statuses of 400 or more that are right too.
    ///   - request: What was sent.
    /// - Returns: An error with code `status` or `expectation`; `nil` where it is right.
    package func failure(
        _ unmet: [Diagnosis],
        of conditions: [Condition],
        wanted: [Int] = [],
        allowed: [Int] = [],
        to request: Request
    ) -> APIError? {
        let asksForStatus = conditions.contains { $0.kind.key == .response(.status) }
        let isRight =
            wanted.isEmpty ? http.status < 400 || allowed.contains(http.status) : wanted.contains(http.status)
        let isWrong = !asksForStatus && !isRight
        guard isWrong || !unmet.isEmpty else { return nil }
        let isRedirected = http.timings.redirects > .zero
        let answer =
            isRedirected
            ? "\(request.method) \(request.url) was redirected to \(http.effectiveURL), which answered with status \(status)"
            : "\(request.method) \(http.effectiveURL) was answered with status \(status)"
        let help =
            isRedirected ? "redirects were followed: `followRedirects: false` gives the first response" : nil
        return APIError(isWrong ? .status : .expectation, answer, help: help, diagnoses: unmet)
    }

    /// The body as text, for a note on a failure, which is masked before it is cut; `nil` where there is none, or it is not text.
    package var text: String? { http.body.isEmpty ? nil : String(validating: http.body, as: UTF8.self) }

    /// What came, for a note: `201 Created after 35 ms, 512 bytes`.
    package var summary: String {
        let time = Int(http.timings.total / .milliseconds(1)).elapsed
        return "\(status) after \(time), \(http.body.count.size)"
    }
}
