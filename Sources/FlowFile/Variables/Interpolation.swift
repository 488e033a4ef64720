import CanaryModel

/// A string of a flow file, taken apart into text and the variables that go into it.
package struct Interpolation: Hashable {
    /// A part of an interpolation.
    enum Piece: Hashable {
        /// Text as it is, `$${` made `${`.
        case text(String)
        /// `${NAME}` or `${NAME:-fallback}`; the offset is that of the `$` in the string's UTF-8.
        ///
        /// The name of a member of a row has dots: `row.id`.
        case variable(name: String, fallback: Interpolation?, offset: Int)
        /// A value that the flow makes for itself, written with an argument: `${random:8}`.
        case generated(GeneratedValue)
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

    /// Whether a text can refer to a variable, or to a member of one: `row.address.city`.
    static func isReference(_ text: String) -> Bool {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        return isName(parts[0])
            && parts.dropFirst().allSatisfy {
                !$0.isEmpty && $0.utf8.allSatisfy(InterpolationParser.isNamePart)
            }
    }

    /// The variable that the string is nothing but a reference to; a default may stand in it.
    var onlyVariable: (name: String, fallback: Interpolation?)? {
        guard pieces.count == 1, case .variable(let name, let fallback, _)? = pieces.first else { return nil }
        return (name, fallback)
    }

    /// Whether a text can name a variable: a letter or `_`, then letters, digits and `_`.
    package static func isName(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, InterpolationParser.isNamePart(first) else { return false }
        return !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
            && text.utf8.allSatisfy(InterpolationParser.isNamePart)
    }
}
