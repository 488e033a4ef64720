package import CanaryModel

extension ValueTest {
    /// What is asked, in words: `to equal "pending"`.
    ///
    /// - Parameter shown: How a number is written.
    /// - Returns: The words.
    package func wanted(_ shown: (JSONNumber) -> String = { $0.digits }) -> String {
        switch self {
        case .equals(let value): "to equal \(value.shown)"
        case .isStatus(let ranges): "to be " + ranges.map(\.written).joined(separator: " or ")
        case .contains(let value): "to contain \(value.shown)"
        case .matches(let pattern): "to match /\(pattern)/"
        case .startsWith(let text): "to start with \(JSONValue.string(text).shown)"
        case .endsWith(let text): "to end with \(JSONValue.string(text).shown)"
        case .atLeast(let bound): "to be at least \(Self.shown(bound, shown))"
        case .atMost(let bound): "to be at most \(Self.shown(bound, shown))"
        case .lessThan(let bound): "to be less than \(Self.shown(bound, shown))"
        case .greaterThan(let bound): "to be greater than \(Self.shown(bound, shown))"
        case .count(let test): "to have a count that is \(test.bound)"
        case .type(let type): "to be of the type \(type.rawValue)"
        case .schema: "to be valid by its schema"
        case .absent(let isAbsent): isAbsent ? "to be absent" : "to be there"
        case .format(let format, let isWanted): "\(isWanted ? "to be" : "not to be") \(format.words)"
        case .filtered(let filters, let test):
            "\(test.wanted(shown)) after \(filters.map(\.kind.rawValue).joined(separator: ", "))"
        case .each(let test): "each \(test.wanted(shown))"
        case .any(let test): "any \(test.wanted(shown))"
        }
    }

    private static func shown(_ bound: JSONValue, _ shown: (JSONNumber) -> String) -> String {
        if case .number(let number) = bound { shown(number) } else { bound.shown }
    }

    private var bound: String {
        if case .equals(let value) = self { return value.written }
        return String(wanted().dropFirst("to be ".count))
    }
}
