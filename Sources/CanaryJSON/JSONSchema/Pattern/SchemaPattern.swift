/// A regular expression of a schema: ECMA-262 with its `u` flag, found anywhere in a text.
///
/// Sendable though `Regex` is not: it is never changed, and what it makes at its first use is made by `init`.
struct SchemaPattern: @unchecked Sendable {
    /// As the schema writes it.
    let written: String
    private let regex: Regex<AnyRegexOutput>

    /// Compiles a pattern.
    init(_ written: String) throws(SchemaPatternError) {
        self.written = written
        var translator = try PatternTranslator(written)
        let translated = try translator.translation()
        do {
            regex = try Regex(translated)
                .matchingSemantics(.unicodeScalar)
                .wordBoundaryKind(.simple)
                .asciiOnlyWordCharacters()
            _ = try regex.firstMatch(in: "")
        } catch {
            throw SchemaPatternError("\(error)")
        }
    }

    /// Whether any part of a text matches.
    func matches(_ text: String) -> Bool {
        // It throws only what closures in a regex throw, and this one has none.
        text.firstMatch(of: regex) != nil
    }
}
