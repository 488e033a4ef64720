/// What came of reading a JSON5 text.
struct JSON5Document {
    /// The value; `nil` where the text could not be understood to its end.
    let root: JSON5Node?
    /// Every mistake that was found, in order.
    ///
    /// Where there is a value too, each is one whose meaning is plain, such as a missing comma; the
    /// rest of the value can be trusted.
    let errors: [JSON5SyntaxError]

    init(_ source: SourceText) {
        var parser = JSON5Parser(source)
        root = parser.document()
        errors = parser.errors
    }
}

/// A place where a text is not JSON5.
struct JSON5SyntaxError: Hashable {
    /// The byte of the mistake.
    let offset: Int
    let message: String
    let suggestion: String?
}
