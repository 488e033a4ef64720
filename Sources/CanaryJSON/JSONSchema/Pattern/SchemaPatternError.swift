/// Why a text is not a regular expression.
struct SchemaPatternError: Error {
    let reason: String

    init(_ reason: String) { self.reason = reason }
}
