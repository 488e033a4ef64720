/// What is read of a response: a condition tests it, `save` keeps it.
public enum ResponseReading: Sendable, Hashable {
    /// The status code.
    case status
    /// The values of a header field; names are compared without case.
    case header(String)
    /// The nodes of the JSON body that a JSONPath (RFC 9535) selects.
    case json(String)
    /// What an XPath 1.0 expression selects of the XML or HTML body: the text of each node.
    case xpath(String)
    /// The body as one JSON value.
    case document
    /// The body as text.
    case body
    /// The size of the body in bytes, after decompression.
    case size
    /// How long it took from the start to the last byte, redirects included, in ms.
    case duration
    /// How long a part of that took, in ms.
    case phase(ResponsePhase)
    /// A cookie that the response or a redirect to it set: its value, or one of its attributes.
    case cookie(String, attribute: CookieAttribute?)
    /// The version of HTTP: `1.1`.
    case httpVersion
    /// How many redirects were followed.
    case redirects
    /// The URL that gave the response: the request's, or where the last redirect led.
    case effectiveURL
    /// The IP address that answered.
    case remoteAddress
    /// What the server's certificate says.
    case certificate(CertificateField)
    /// What a server said on a connection below HTTP.
    case reply
    /// The answers of the domain name system.
    case answer

    /// What can be read, by its key in a flow file.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        case status, header, cookie, json, jsonSchema, xpath, body, size, duration
        case dns, connect, tls, firstByte, transfer, httpVersion, redirects, certificate
        case effectiveURL, remoteAddress
        case reply, answer

        /// Those that `save` keeps.
        public static let saved = allCases.filter { ![.jsonSchema, .reply, .answer].contains($0) }
    }

    /// Which of them it is.
    public var kind: Kind {
        switch self {
        case .status: .status
        case .header: .header
        case .json: .json
        case .document: .jsonSchema
        case .xpath: .xpath
        case .body: .body
        case .size: .size
        case .duration: .duration
        case .phase(.dns): .dns
        case .phase(.connect): .connect
        case .phase(.tls): .tls
        case .phase(.firstByte): .firstByte
        case .phase(.transfer): .transfer
        case .cookie: .cookie
        case .httpVersion: .httpVersion
        case .redirects: .redirects
        case .effectiveURL: .effectiveURL
        case .remoteAddress: .remoteAddress
        case .certificate: .certificate
        case .reply: .reply
        case .answer: .answer
        }
    }

    /// What is read, as a message names it: `$.id`, `the header Content-Type`.
    public var written: String {
        switch self {
        case .status: "the status"
        case .header(let name): "the header \(name)"
        case .json(let path), .xpath(let path): path
        case .document: "the JSON body"
        case .body: "the body"
        case .size: "the size of the body"
        case .duration: "the duration"
        case .phase(let phase): phase.words
        case .cookie(let name, nil): "the cookie \(name)"
        case .cookie(let name, let attribute?): "\(attribute.rawValue) of the cookie \(name)"
        case .httpVersion: "the HTTP version"
        case .redirects: "the number of redirects"
        case .effectiveURL: "the effective URL"
        case .remoteAddress: "the remote address"
        case .certificate(let field): field.words
        case .reply: "the reply"
        case .answer: "the answer"
        }
    }
}
