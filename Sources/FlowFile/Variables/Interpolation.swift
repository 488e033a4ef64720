/// A string of a flow file, taken apart into text and the variables that go into it.
package struct Interpolation: Hashable {
    /// A part of an interpolation.
    enum Piece: Hashable {
        /// Text as it is, `$${` made `${`.
        case text(String)
        /// `${NAME}` or `${NAME:-fallback}`; the offset is that of the `$` in the string's UTF-8.
        case variable(name: String, fallback: Interpolation?, offset: Int)
    }

    /// A `${…}` that is not a variable.
    struct Malformed: Error, Hashable {
        let offset: Int
        let message: String
    }

    let pieces: [Piece]

    /// Takes a string apart.
    init(_ text: String) throws(Malformed) {
        var parser = InterpolationParser(bytes: Array(text.utf8))
        pieces = try parser.pieces(isFallback: false)
    }

    init(pieces: [Piece]) { self.pieces = pieces }

    /// Whether a string holds anything to take apart.
    static func isNeeded(for text: String) -> Bool { text.utf8.contains(UInt8(ascii: "$")) }

    /// Whether a text can name a variable: a letter or `_`, then letters, digits and `_`.
    package static func isName(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, InterpolationParser.isNamePart(first) else { return false }
        return !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
            && text.utf8.allSatisfy(InterpolationParser.isNamePart)
    }
}
