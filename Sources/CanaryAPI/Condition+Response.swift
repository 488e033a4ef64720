import CanaryHTTP
import CanaryJSON
package import CanaryModel

extension Condition {
    /// What came of judging a condition.
    enum Finding {
        /// It holds: the condition in words, and what was found.
        case holds(String)
        /// Why it does not hold.
        case fails(Diagnosis)
    }

    /// Judges a condition on a response.
    ///
    /// A negated one too needs something that it can be false of: what is not there does not hold.
    ///
    /// - Returns: What came of it; `nil` for conditions on pages.
    /// - Throws: ``APIError`` where it cannot be judged.
    func finding(in response: APIResponse) throws(APIError) -> Finding? {
        guard case .response(let reading, let test) = kind else { return nil }
        var diagnosis = Diagnosis(
            target: reading.written,
            name: name,
            wanted: (isNegated ? "not " : "") + test.wanted { reading.shown($0) },
            reason: .differs
        )
        (diagnosis.position, diagnosis.url) = (position, response.http.effectiveURL)
        let values: [FilteredValue]
        do {
            values = try response.filterable(reading)
        } catch {
            guard error.code == .expectation else { throw error }
            (diagnosis.reason, diagnosis.actual) = (.unreadable, error.description)
            return .fails(diagnosis)
        }
        switch test.judge(values, of: reading) {
        case .holds:
            guard isNegated else { return .holds(line(test, on: values, of: reading)) }
            diagnosis.actual = found(values, of: reading)
        case .found where isNegated, .violates where isNegated:
            return .holds(line(test, on: values, of: reading))
        case .unfit where reading.isConfidential, .found where reading.isConfidential:
            diagnosis.actual = "another value, which is masked"
        case .unfit(let found): diagnosis.actual = found
        case .absent: diagnosis.tellAbsence(of: reading, in: response)
        case .found(let found): diagnosis.actual = reading == .status ? response.status : found
        case .violates(let violations): (diagnosis.reason, diagnosis.actual) = (.unreadable, violations)
        case .invalid(let reason): throw APIError(.flow, reason)
        }
        return .fails(diagnosis)
    }

    /// A condition that holds, in words.
    private func line(_ test: ValueTest, on values: [FilteredValue], of reading: ResponseReading) -> String {
        let subject = name.map { "\($0) (\(reading.written))" } ?? reading.written
        return "\(subject) \(isNegated ? "not " : "")\(test.wanted()): \(found(values, of: reading))"
    }

    /// What was read, as it may be shown.
    private func found(_ values: [FilteredValue], of reading: ResponseReading) -> String {
        if reading.isConfidential { return "a value that is masked" }
        return values.isEmpty ? "nothing" : values.prefix(5).map(\.json.shown).joined(separator: ", ")
    }
}

extension Condition {
    /// Judges a condition on how long a step took that is not a request.
    ///
    /// - Parameter duration: That time, in ms.
    /// - Returns: Why it does not hold; `nil` where it does, and for other conditions.
    package func diagnosis(ofDuration duration: Int) -> Diagnosis? {
        guard case .response(.duration, let test) = kind else { return nil }
        let holds = test.judge([.number(JSONNumber(duration))]) == .holds
        guard holds == isNegated else { return nil }
        var diagnosis = Diagnosis(
            target: "the duration of the step",
            name: name,
            wanted: (isNegated ? "not " : "") + test.wanted { ResponseReading.duration.shown($0) },
            reason: .differs,
            actual: duration.elapsed
        )
        diagnosis.position = position
        return diagnosis
    }
}

extension Diagnosis {
    /// Tells that there is nothing of what is read, and what is near to it.
    fileprivate mutating func tellAbsence(of reading: ResponseReading, in response: APIResponse) {
        switch reading {
        case .xpath: reason = .absent
        case .json(let path):
            reason = .absent
            suggestions = response.pathsNear(path)
        case .header: (reason, actual) = (.unreadable, "the response has no such header")
        case .cookie(let name, let attribute) where attribute == nil || !response.sets(cookie: name):
            (reason, actual) = (.unreadable, "neither the response nor a redirect to it sets that cookie")
        case .certificate where response.http.certificate == nil:
            (reason, actual) = (.unreadable, "the response came without TLS")
        case .status, .document, .body, .size, .duration, .phase, .cookie, .httpVersion, .redirects,
            .effectiveURL, .remoteAddress, .certificate, .reply, .answer:
            reason = .absent
        }
    }
}

extension ResponseReading {
    /// A number of it as people read it.
    fileprivate func shown(_ number: JSONNumber) -> String {
        guard isTime, let milliseconds = number.whole else { return number.digits }
        return milliseconds.magnitude < 172_800_000 ? milliseconds.elapsed : milliseconds.days
    }

    /// Whether it is a time in ms.
    fileprivate var isTime: Bool {
        switch self {
        case .duration, .phase, .certificate(.expiresIn): true
        default: false
        }
    }
}

extension ValueTest {
    /// Tests what was read: of a header that came more than once, one value has to fit.
    fileprivate func judge(_ values: [FilteredValue], of reading: ResponseReading) -> Verdict {
        switch (reading, self) {
        // A path to one place counts what is there, not that nothing is.
        case (.json(let path), _) where values.isEmpty && takesCount && path.leadsToOnePlace: return .absent
        case (.header, .count), (.header, .absent), (.header, .type), (.header, .each), (.header, .any),
            (.header, .filtered):
            return verdict(on: values)
        case (.header, _) where values.count > 1:
            let verdicts = values.map { verdict(on: [$0]) }
            return verdicts.first { $0 == .holds } ?? verdict(on: values)
        case _ where reading.isTime:
            let verdict = verdict(on: values)
            guard case .found(let found) = verdict else { return verdict }
            return .found(JSONNumber(found).map(reading.shown) ?? found)
        default: return verdict(on: values)
        }
    }
}

extension ValueTest {
    /// Whether it counts what is read.
    private var takesCount: Bool {
        switch self {
        case .count: true
        case .filtered(let filters, _): filters.first == .count
        default: false
        }
    }
}

extension String {
    /// Whether it is a JSONPath of names and indices alone, which selects at most one node.
    fileprivate var leadsToOnePlace: Bool {
        do {
            return try JSONPath(self).isSingular
        } catch {
            return false  // which reading it has reported
        }
    }
}

extension Int {
    /// A time in milliseconds in days: `13.9 days`.
    fileprivate var days: String {
        let tenths = self / 8_640_000
        return tenths % 10 == 0 ? "\(tenths / 10) days" : "\(tenths / 10).\(Swift.abs(tenths % 10)) days"
    }
}
