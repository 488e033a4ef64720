/// How a request's connection is made.
public struct HTTPConnectionOptions: Sendable, Hashable {
    /// The versions of HTTP that can be asked for.
    public enum Version: Sendable, Hashable {
        /// HTTP/1.1.
        case http1
        /// HTTP/2; without TLS it is spoken at once, with TLS where the server has it.
        case http2
    }

    /// The versions of IP that a connection can be limited to.
    public enum AddressFamily: Sendable, Hashable {
        case v4, v6
    }

    /// A file of certificates (PEM) that are trusted in place of the system's.
    public var authorities: String?
    /// The file of the certificate (PEM) that is shown to a server which asks for one; not to another origin after a
    /// redirect.
    public var clientCertificate: String?
    /// The file of its key; `nil`: in the same.
    public var clientKey: String?
    /// The version to ask for; `nil`: HTTP/2 over TLS where the server has it.
    public var version: Version?
    /// The addresses that are connected to in place of a host's own, by `host:port`; IPv6 without brackets.
    public var addresses: [String: String] = [:]
    /// The version of IP; `nil`: either.
    public var family: AddressFamily?

    /// Makes the options of a plain request.
    public init() {}
}
