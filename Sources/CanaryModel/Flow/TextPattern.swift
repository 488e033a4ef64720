/// A text to look for: part of the whole and case-insensitive, or, where it was quoted, whole and exact.
///
/// White space is normalised on both sides in either case; where a word may break (`&shy;`) is left out.
public struct TextPattern: Sendable, Hashable {
    /// The text as a reader sees it.
    public let text: String
    /// Whether it must be the whole, in the same case.
    public let isExact: Bool

    /// Makes a pattern; normalises the white space of `text`.
    public init(_ text: String, isExact: Bool = false) {
        let shown = text.unicodeScalars.filter { !["\u{AD}", "\u{200B}", "\u{2060}"].contains($0) }
        self.text = String(shown).split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.isExact = isExact
    }
}
