import CanaryHTTP
package import CanaryModel

extension APIResponse {
    /// Judges the status, and all conditions: each that does not hold is reported.
    ///
    /// - Parameters:
    ///   - conditions: What is expected.
    ///   - wanted: The statuses that are right; empty: those below 400, and `allowed`. A condition on the status overrides
    ///     both.
    ///   - allowed: Statuses of 400 or more that are right too.
    ///   - request: What was sent.
    /// - Throws: ``APIError`` with code `status` or `expectation`, with a diagnosis for each.
    package func judge(
        _ conditions: [Condition],
        wanted: [Int] = [],
        allowed: [Int] = [],
        of request: Request
    ) throws(APIError) {
        let diagnoses = try diagnoses(of: conditions)
        let asksForStatus = conditions.contains { $0.kind.key == .response(.status) }
        let isRight =
            wanted.isEmpty ? http.status < 400 || allowed.contains(http.status) : wanted.contains(http.status)
        let isWrong = !asksForStatus && !isRight
        guard isWrong || !diagnoses.isEmpty else { return }
        let isRedirected = http.timings.redirects > .zero
        let answer =
            isRedirected
            ? "\(request.method) \(request.url) was redirected to \(http.effectiveURL), which answered with status \(status)"
            : "\(request.method) \(http.effectiveURL) was answered with status \(status)"
        let help =
            isRedirected ? "redirects were followed: `followRedirects: false` gives the first response" : nil
        throw APIError(isWrong ? .status : .expectation, answer, help: help, diagnoses: diagnoses)
    }

    /// Judges conditions alone.
    ///
    /// - Parameter conditions: What is asked.
    /// - Returns: Why each does not hold that does not.
    /// - Throws: ``APIError`` where one cannot be judged.
    package func diagnoses(of conditions: [Condition]) throws(APIError) -> [Diagnosis] {
        var diagnoses: [Diagnosis] = []
        for condition in conditions {
            if let diagnosis = try condition.diagnosis(of: self) { diagnoses.append(diagnosis) }
        }
        return diagnoses
    }

    /// The conditions that hold, each in words with what was found: `$.status to equal "ok": "ok"`.
    ///
    /// - Parameter conditions: What is asked.
    /// - Returns: A line for each that holds, secrets in it as they are.
    package func held(_ conditions: [Condition]) -> [String] {
        conditions.compactMap { condition in
            guard case .response(let reading, let test) = condition.kind else { return nil }
            do throws(APIError) {
                guard try condition.diagnosis(of: self) == nil else { return nil }
                let found = try values(of: reading).prefix(5).map(\.shown).joined(separator: ", ")
                let subject = condition.name.map { "\($0) (\(reading.written))" } ?? reading.written
                let shown =
                    reading.isConfidential ? "a value that is masked" : found.isEmpty ? "nothing" : found
                return "\(subject) \(condition.isNegated ? "not " : "")\(test.wanted()): \(shown)"
            } catch {
                return nil  // it could not be judged
            }
        }
    }

    /// The body as text, for a note on a failure, which is masked before it is cut; `nil` where there is none, or it is not text.
    package var text: String? { http.body.isEmpty ? nil : String(validating: http.body, as: UTF8.self) }

    /// What came, for a note: `201 Created after 35 ms, 512 bytes`.
    package var summary: String {
        let time = Int(http.timings.total / .milliseconds(1)).elapsed
        return "\(status) after \(time), \(http.body.count.size)"
    }
}
