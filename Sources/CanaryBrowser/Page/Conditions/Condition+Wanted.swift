import CanaryModel

extension Condition {
    /// What is asked, in words: `to be visible`, `to have the text containing "42"`.
    var wanted: String {
        let not = isNegated ? "not " : ""
        return switch kind {
        case .state(.absent, _): "\(not)to be absent"
        case .state(let state, _): "\(not)to be \(state.rawValue)"
        case .reading(let reading, let comparison): "\(not)to have \(reading.words) that \(comparison.words)"
        case .response(let reading, _): "\(not)to have \(reading.written)"
        case .script(_, let comparison): "\(not)to have a script's value that \(comparison.words)"
        }
    }
}

extension Condition {
    /// The element that it looks at, where it is the text of one, or a box that is checked.
    var query: TargetQuery? {
        switch kind {
        case .reading(.text(let target), _):
            TargetQuery(target: target, need: .visible, preparation: .read(.text), wanted: wanted)
        case .state(.checked, let target), .state(.unchecked, let target):
            TargetQuery(target: target, need: .check, wanted: wanted)
        default: nil
        }
    }

    /// The text that is asked for, as it is compared: that of the page has its white space normalised.
    var expected: String? {
        switch kind {
        case .reading(.text, .equals(let text)), .reading(.title, .equals(let text)):
            isNegated ? nil : text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        case .reading(_, .equals(let text)), .script(_, .equals(let text)):
            isNegated ? nil : text
        default: nil
        }
    }
}

extension Comparison {
    /// The comparison in words: `contains "42"`.
    var words: String {
        switch self {
        case .equals(let text): "is \"\(text)\""
        case .contains(let text): "contains \"\(text)\""
        case .matches(let pattern): "matches /\(pattern)/"
        case .startsWith(let text): "starts with \"\(text)\""
        case .endsWith(let text): "ends with \"\(text)\""
        case .equalsNumber(let number): "is \(number.words)"
        case .atLeast(let number): "is at least \(number.words)"
        case .atMost(let number): "is at most \(number.words)"
        }
    }
}

extension Double {
    /// The number without a fraction of zero.
    fileprivate var words: String { Int(exactly: self).map(String.init) ?? String(self) }
}
