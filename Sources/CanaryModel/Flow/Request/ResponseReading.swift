/// What is read of a response: a condition tests it, `save` keeps it.
public enum ResponseReading: Sendable, Hashable {
    /// The status code.
    case status
    /// The values of a header field; names are compared without case.
    case header(String)
    /// The nodes of the JSON body that a JSONPath (RFC 9535) selects.
    case json(String)
    /// The body as one JSON value.
    case document
    /// The body as text.
    case body
    /// The size of the body in bytes, after decompression.
    case size
    /// How long it took from the start to the last byte, redirects included, in ms.
    case duration

    /// What can be read, by its key in a flow file.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case status, header, json, jsonSchema, body, size, duration

        /// Those that `save` keeps.
        public static let saved = allCases.filter { $0 != .jsonSchema }
    }

    /// Which of them it is.
    public var kind: Kind {
        switch self {
        case .status: .status
        case .header: .header
        case .json: .json
        case .document: .jsonSchema
        case .body: .body
        case .size: .size
        case .duration: .duration
        }
    }

    /// What is read, as a message names it: `$.id`, `the header Content-Type`.
    public var written: String {
        switch self {
        case .status: "the status"
        case .header(let name): "the header \(name)"
        case .json(let path): path
        case .document: "the JSON body"
        case .body: "the body"
        case .size: "the size of the body"
        case .duration: "the duration"
        }
    }
}
