import CanaryJSON
package import CanaryModel

extension ValueTest {
    /// What came of testing values that were read of a response.
    package enum Verdict: Sendable, Hashable {
        case holds
        /// There is no such value.
        case absent
        /// What there was in its place, as it may be shown.
        case found(String)
        /// Values that it can be said of neither way: several, or one of another kind.
        case unfit(String)
        /// Why the value is not valid, in a sentence without its end.
        case violates(String)
        /// The test itself cannot be done.
        case invalid(String)
    }

    /// Tests values.
    ///
    /// `contains` and `count` take all of them together; any other test needs exactly one.
    package func judge(_ values: [JSONValue]) -> Verdict { verdict(on: values.map(FilteredValue.json)) }

    /// Tests values, filtered where it has filters.
    func verdict(on values: [FilteredValue]) -> Verdict {
        guard case .filtered(let filters, let test) = self else { return judgeJSON(values.map(\.json)) }
        guard !values.isEmpty || filters.first == .count else { return .absent }
        var values = values
        do throws(ValueFilter.Failure) {
            for filter in filters { values = try filter.applied(to: values) }
        } catch {
            return error.isOfFilter ? .invalid(error.reason) : .violates(error.reason)
        }
        if filters.last == .bytes, case .contains(.string(let digits)) = test, values.count == 1 {
            let text = values[0].json.text
            return text.containsBytes(digits) ? .holds : .found(values[0].json.shown)
        }
        return test.verdict(on: values)
    }

    private func judgeJSON(_ values: [JSONValue]) -> Verdict {
        switch self {
        case .each(let test): return judge(each: values, by: test)
        case .any(let test):
            if values.isEmpty { return .absent }
            let verdicts = values.map { test.judge([$0]) }
            return verdicts.first { $0 == .holds || $0.isInvalid } ?? .found(Self.shown(values))
        case .absent(let isAbsent):
            if values.isEmpty == isAbsent { return .holds }
            return values.isEmpty ? .absent : .found(Self.shown(values))
        case .count(let test): return judgeCount(of: values, by: test)
        case .contains(let wanted):
            if values.isEmpty { return .absent }
            let holds = values.contains {
                $0 == wanted || Self.contains($0, wanted, isAlone: values.count == 1)
            }
            return holds ? .holds : .found(Self.shown(values))
        default:
            guard let value = values.first else { return .absent }
            if case .schema(let document) = self { return Self.judge(value, by: document) }
            guard values.count == 1 else { return .unfit("\(values.count) values: \(Self.shown(values))") }
            return judge(value)
        }
    }

    private func judge(each values: [JSONValue], by test: ValueTest) -> Verdict {
        if values.isEmpty { return .absent }
        for (index, value) in values.enumerated() {
            let verdict = test.judge([value])
            if verdict.isInvalid { return verdict }
            guard verdict != .holds else { continue }
            let place = values.count == 1 ? "" : " (number \(index + 1) of \(values.count))"
            return .found(value.shown + place)
        }
        return .holds
    }

    private static func judge(_ value: JSONValue, by document: JSONValue) -> Verdict {
        do {
            let violations = try JSONSchema(document).violations(of: value)
            if violations.isEmpty { return .holds }
            let more = violations.count > 3 ? ["and \(violations.count - 3) more"] : []
            return .violates((violations.prefix(3).map(\.description) + more).joined(separator: "; "))
        } catch {
            return .invalid("the JSON Schema cannot be used: \(error)")
        }
    }

    private func judgeCount(of values: [JSONValue], by test: ValueTest) -> Verdict {
        let count: Int
        switch values.count == 1 ? values[0] : .null {
        case .array(let elements): count = elements.count
        case .object(let object): count = object.count
        default: count = values.count
        }
        let verdict = test.judge([.number(JSONNumber(count))])
        return verdict == .holds ? .holds : .found("\(count)")
    }

    private func judge(_ value: JSONValue) -> Verdict {
        let holds: Bool
        switch self {
        case .equals(let wanted): holds = value == wanted
        case .isStatus(let ranges):
            holds =
                value.number?.whole.map { status in ranges.contains { $0.range.contains(status) } } ?? false
        case .matches(let pattern):
            do {
                let regex = try Regex(pattern).matchingSemantics(.unicodeScalar)
                holds = try value.scalarText.map { try regex.firstMatch(in: $0) != nil } ?? false
            } catch {
                return .invalid("the regular expression is not valid: \(error)")
            }
        case .startsWith(let text): holds = value.scalarText?.utf8.starts(with: text.utf8) ?? false
        case .endsWith(let text):
            holds = value.scalarText?.utf8.reversed().starts(with: text.utf8.reversed()) ?? false
        case .atLeast(let bound): return value.judged(by: bound, >=)
        case .atMost(let bound): return value.judged(by: bound, <=)
        case .lessThan(let bound): return value.judged(by: bound, <)
        case .greaterThan(let bound): return value.judged(by: bound, >)
        case .type(let type): holds = type.includes(value)
        case .format(let format, let isWanted): holds = format.holds(for: value) == isWanted
        case .contains, .count, .absent, .schema, .filtered, .each, .any: holds = false  // judged above
        }
        return holds ? .holds : .found(Self.shown([value]))
    }

    /// Whether a text has a part, or the only array has a member.
    private static func contains(_ value: JSONValue, _ wanted: JSONValue, isAlone: Bool) -> Bool {
        switch (value, wanted) {
        case (.string(let text), .string), (.string(let text), .number), (.string(let text), .bool):
            isAlone && text.utf8.firstRange(of: wanted.text.utf8) != nil
        case (.array(let elements), _): isAlone && elements.contains(wanted)
        default: false
        }
    }

    private static func shown(_ values: [JSONValue]) -> String {
        values.map(\.shown).joined(separator: ", ")
    }
}

extension JSONValue {
    /// What comes of comparing a number with another one.
    fileprivate func judged(
        by bound: JSONValue,
        _ isRight: (JSONNumber, JSONNumber) -> Bool
    ) -> ValueTest.Verdict {
        guard let limit = bound.number else {
            return .invalid("\(bound.shown), which it is to be compared with, is not a number")
        }
        guard let number else { return .unfit(shown) }
        return isRight(number, limit) ? .holds : .found(shown)
    }

    /// The number, where it is one, or the text of one, as headers have it.
    fileprivate var number: JSONNumber? {
        switch self {
        case .number(let number): number
        case .string(let text): JSONNumber(text)
        default: nil
        }
    }
}

extension ValueTest.Verdict {
    /// Whether the test itself cannot be done.
    fileprivate var isInvalid: Bool { if case .invalid = self { true } else { false } }
}

extension String {
    /// Whether it has bytes in it, both in hexadecimal digits: not the second half of one with the first of the next.
    fileprivate func containsBytes(_ digits: String) -> Bool {
        let (all, wanted) = (Array(utf8), Array(digits.utf8))
        guard all.count >= wanted.count else { return false }
        return stride(from: 0, through: all.count - wanted.count, by: 2).contains { start in
            all[start..<start + wanted.count].elementsEqual(wanted)
        }
    }
}
