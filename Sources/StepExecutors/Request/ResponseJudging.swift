import CanaryAPI
import CanaryHTTP
import CanaryModel
import CanaryRunner

/// All that a step asks of a response.
struct ResponseJudging: Sendable {
    let response: APIResponse
    let request: Request
    let step: Step
    /// The statuses of 400 or more that the flow allows.
    let allowed: [Int]
    let redactor: Redactor

    /// Whether it may take longer than anybody waits: regular expressions, filters, large bodies.
    var mayTakeLong: Bool {
        let conditions = (step.expect + step.warn).map(\.written) + (request.retry?.until ?? [])
        return response.http.body.count > 64 << 10 || conditions.contains(where: \.mayTakeLong)
            || request.saved.contains { $0.pattern != nil || !$0.filters.isEmpty || $0.reading.mayTakeLong }
    }

    /// What the response means, with the variables that it gives.
    func result(_ saved: [String: JSONValue]) -> RequestTry {
        var result = unmet(saved) ?? judged(saved)
        if let error = result.error as? APIError { result.error = error.masked(by: redactor) }
        if result.error != nil, let text = response.text {
            let line = redactor.redact(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            result.excerpt = "the body begins \(line.cut(to: 250))"
        }
        return result
    }

    /// Why the conditions do not hold until which a request is sent again; `nil` where they do, or there are none.
    private func unmet(_ saved: [String: JSONValue]) -> RequestTry? {
        guard let until = request.retry?.until, !until.isEmpty else { return nil }
        do {
            let unmet = try response.findings(on: until).unmet
            let failure = response.failure(unmet, of: until, to: request)
            return failure.map { RequestTry(saved: saved, error: $0, isConclusive: false) }
        } catch {
            return RequestTry(saved: saved, error: error, isConclusive: error.code.outcome == .error)
        }
    }

    /// What a response means for its step.
    private func judged(_ before: [String: JSONValue]) -> RequestTry {
        var result = RequestTry(saved: before, error: nil, isConclusive: true)
        var missing: APIError?
        for value in request.saved {
            do throws(APIError) {
                result.saved[value.name] = try value.value(in: response)
            } catch {
                missing = missing ?? error
            }
        }
        do {
            let conditions = try step.expectations(with: result.saved)
            let findings = try response.findings(on: conditions)
            result.held = findings.held.map { redactor.redact($0).cut(to: 200) }
            result.error =
                response.failure(
                    findings.unmet,
                    of: conditions,
                    wanted: step.status,
                    allowed: allowed + (untilNamesStatus ? [response.http.status] : []),
                    to: request
                ) ?? missing
            if result.error == nil { result.warnings = try warnings(with: result.saved) }
        } catch {
            // What is expected may need what could not be saved.
            result.error = error is RunError ? missing ?? error : error
        }
        // What cannot be judged now cannot be judged later either.
        let cannotBeJudged = (result.error as? APIError)?.code.outcome == .error
        result.isConclusive = result.error == nil || cannotBeJudged || request.retry?.until.isEmpty != true
        return result
    }

    /// What of the step's `warn` does not hold.
    private func warnings(with saved: [String: JSONValue]) throws -> [Diagnosis] {
        try response.findings(on: try step.warnings(with: saved)).unmet.map { $0.masked(by: redactor) }
    }

    /// Whether what is waited for says which status is right.
    private var untilNamesStatus: Bool {
        (request.retry?.until ?? []).contains { $0.kind.key == .response(.status) }
    }
}

extension Condition {
    fileprivate var mayTakeLong: Bool {
        guard case .response(let reading, let test) = kind else { return false }
        switch test {
        case .matches, .schema, .filtered, .each, .any: return true
        default: return reading.mayTakeLong
        }
    }
}

extension ResponseReading {
    /// Whether it is read by a path with a filter.
    fileprivate var mayTakeLong: Bool {
        switch self {
        case .json(let path): path.contains("?")
        case .xpath: true
        default: false
        }
    }
}
