extension HTTPError {
    /// The kinds of failure.
    public enum Code: Sendable, Hashable {
        /// The host's, or the proxy's, name has no address.
        case resolve
        /// The host answered that nothing listens at that port.
        case refused
        /// No connection for another reason: no route, a proxy that said no.
        case connect
        /// The deadline passed while the request was in that phase.
        case timeout(Phase)
        /// The TLS handshake failed, or the certificate was not accepted.
        case tls
        /// The reply was not HTTP, or broke its own framing or encoding.
        case malformedReply
        /// The reply's headers or body passed the request's limit.
        case replyTooLarge
        /// The connection ended in the middle of the exchange.
        case connectionLost
        /// The server closed the connection without a byte of a reply.
        case emptyReply
        /// The request's limit of redirects was passed.
        case tooManyRedirects
        /// The URL could not be read, or its scheme is neither `http` nor `https`.
        case badURL
        /// The method or a header cannot be sent as it is, or a file of its certificates cannot be used; nothing was sent.
        case badRequest
        /// The task was cancelled.
        case cancelled
        /// Anything else; the detail says what.
        case other

        /// The name of the kind, from a bounded set, for grouping: `timeout while connecting`.
        public var label: String {
            switch self {
            case .resolve: "name not resolved"
            case .refused: "connection refused"
            case .connect: "cannot connect"
            case .timeout(let phase): "timeout while \(phase.rawValue)"
            case .tls: "TLS failed"
            case .malformedReply: "malformed reply"
            case .replyTooLarge: "reply too large"
            case .connectionLost: "connection lost"
            case .emptyReply: "empty reply"
            case .tooManyRedirects: "too many redirects"
            case .badURL: "bad URL"
            case .badRequest: "bad request"
            case .cancelled: "cancelled"
            case .other: "failed"
            }
        }
    }
}
