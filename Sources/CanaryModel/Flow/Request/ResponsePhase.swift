/// A part of the time that a response takes; after redirects, of the last request.
public enum ResponsePhase: String, Sendable, Hashable, CaseIterable {
    /// Looking up the name of the host.
    case dns
    /// Making the TCP connection.
    case connect
    /// The TLS handshake.
    case tls
    /// From the request to the first byte of the response.
    case firstByte
    /// From the first byte of the response to the last.
    case transfer

    /// The phase, as a message names it.
    public var words: String {
        switch self {
        case .dns: "the time of the name look-up"
        case .connect: "the time to connect"
        case .tls: "the time of the TLS handshake"
        case .firstByte: "the time to the first byte"
        case .transfer: "the time of the transfer"
        }
    }
}
