/// Why the bytes of a `result.json` could not be read.
public enum ResultError: Error, Sendable, Hashable {
    /// It has another schema, or none.
    case unknownSchema(String?)
    /// It is not JSON, or a value in it is missing or of the wrong type; the text says which.
    case malformed(String)
}

extension ResultError: CustomStringConvertible {
    /// What is wrong, and what to do.
    public var description: String {
        switch self {
        case .unknownSchema(let schema?):
            "the result has the schema \"\(schema.cut(to: 100))\", but this canary reads "
                + "\"\(RunResult.schema)\": use the version of canary that wrote it"
        case .unknownSchema(nil):
            "this is not the result of a run: it has no \"schema\", where \"\(RunResult.schema)\" was expected"
        case .malformed(let detail):
            "the result cannot be read: \(detail)"
        }
    }
}
