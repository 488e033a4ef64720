/// An I-Regexp (RFC 9485), ready to be asked.
struct IRegexp {
    private let regex: Regex<AnyRegexOutput>

    /// Makes an expression; `nil` where the pattern is not I-Regexp or beyond the limits of its translation.
    init?(_ pattern: String) {
        guard let translation = IRegexpTranslation.text(of: pattern) else { return nil }
        do {
            regex = try Regex(translation).matchingSemantics(.unicodeScalar)
        } catch {
            // Swift reads all that the translation writes; where not, the pattern is as good as a bad one.
            return nil
        }
    }

    /// Whether the whole text matches.
    func matches(_ text: String) -> Bool { text.wholeMatch(of: regex) != nil }

    /// Whether a part of the text matches.
    func isFound(in text: String) -> Bool { text.firstMatch(of: regex) != nil }
}
