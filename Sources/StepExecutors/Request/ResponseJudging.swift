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
        result.held = held(result.saved)
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
            try response.judge(until, allowed: untilNamesStatus ? [response.http.status] : [], of: request)
            return nil
        } catch {
            return RequestTry(saved: saved, error: error, isConclusive: error.code.outcome == .error)
        }
    }

    /// What a response means for its step.
    private func judged(_ before: [String: JSONValue]) -> RequestTry {
        var (saved, missing) = (before, [APIError]())
        for value in request.saved {
            do throws(APIError) {
                saved[value.name] = try value.value(in: response)
            } catch {
                missing.append(error)
            }
        }
        let isLast = request.retry?.until.isEmpty != true
        do {
            try response.judge(
                try step.expectations(with: saved),
                wanted: step.status,
                allowed: allowed + (untilNamesStatus ? [response.http.status] : []),
                of: request
            )
        } catch let error as RunError {
            // What is expected may need what could not be saved.
            return RequestTry(saved: saved, error: missing.first ?? error, isConclusive: isLast)
        } catch {
            return RequestTry(saved: saved, error: error, isConclusive: isLast)
        }
        let result = RequestTry(
            saved: saved,
            error: missing.first,
            isConclusive: missing.isEmpty || isLast
        )
        return missing.isEmpty ? warned(result) : result
    }

    /// The conditions that held, secrets masked.
    private func held(_ saved: [String: JSONValue]) -> [String] {
        do {
            return response.held(try step.expectations(with: saved)).map { redactor.redact($0).cut(to: 200) }
        } catch {
            return []  // they could not be judged, which is the step's failure
        }
    }

    /// A try that passes, with what of the step's `warn` does not hold.
    private func warned(_ result: RequestTry) -> RequestTry {
        var result = result
        do {
            let diagnoses = try response.diagnoses(of: try step.warnings(with: result.saved))
            result.warnings = diagnoses.map { $0.masked(by: redactor) }
        } catch {
            result.error = error  // it cannot be judged, which is a fault of the flow
        }
        return result
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
