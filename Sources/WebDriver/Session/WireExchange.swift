/// One command and its reply, for whoever watches the wire.
///
/// It holds what was sent and received, secrets included; the request's body is whole, of the reply's the
/// first 2,000 bytes.
public struct WireExchange: Sendable, Hashable {
    /// The HTTP method.
    public let method: String
    /// The path after the driver's base URL, with the session's id.
    public let path: String
    /// From sending to the end of the reply.
    public let duration: Duration
    /// The HTTP status; `nil` where there was no reply.
    public let status: Int?
    /// What went wrong; `nil` where nothing did.
    public let code: WebDriverError.Code?
    /// The request's body.
    public let request: String
    /// The beginning of the reply's body.
    public let reply: String
}

extension WireExchange {
    /// The exchange with `mask` applied to what was sent and received.
    public func masked(by mask: (String) -> String) -> WireExchange {
        WireExchange(
            method: method,
            path: path,
            duration: duration,
            status: status,
            code: code,
            request: mask(request),
            reply: mask(reply)
        )
    }
}
