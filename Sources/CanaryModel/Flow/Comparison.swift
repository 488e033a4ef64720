/// How a value seen is compared with the one expected.
public enum Comparison: Sendable, Hashable {
    /// The same text.
    case equals(String)
    /// A part of the text.
    case contains(String)
    /// A regular expression that matches somewhere in the text.
    case matches(String)
    /// The beginning of the text.
    case startsWith(String)
    /// The end of the text.
    case endsWith(String)
    /// A number that equals this one.
    case equalsNumber(Double)
    /// A number not under this one.
    case atLeast(Double)
    /// A number not over this one.
    case atMost(Double)

    /// Whether every text fits, since the text to compare with is empty.
    ///
    /// - Parameter isNormalised: Whether white space at the ends counts for nothing.
    /// - Returns: Whether it is so.
    package func fitsEveryText(isNormalised: Bool = false) -> Bool {
        switch self {
        case .contains(let text), .startsWith(let text), .endsWith(let text):
            isNormalised ? text.allSatisfy(\.isWhitespace) : text.isEmpty
        case .matches(let pattern): pattern.isEmpty
        case .equals, .equalsNumber, .atLeast, .atMost: false
        }
    }
}
