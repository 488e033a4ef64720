/// A text to look for: part of the whole and case-insensitive, or, where it was quoted, whole and exact.
///
/// White space is normalised on both sides in either case.
public struct TextPattern: Sendable, Hashable {
    /// The text, white space normalised.
    public let text: String
    /// Whether it must be the whole, in the same case.
    public let isExact: Bool

    /// Makes a pattern; normalises the white space of `text`.
    public init(_ text: String, isExact: Bool = false) {
        self.text = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.isExact = isExact
    }
}
