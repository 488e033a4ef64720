/// How a request is sent, beside what it says: of one step, or of all requests of a flow.
public struct RequestOptions: Sendable, Hashable {
    /// How it says who sends it; `nil`: by its headers, if at all.
    public var authentication: RequestAuthentication?
    /// Where its cookies come from.
    public var cookies = RequestCookies.jar
    /// How many redirects are followed; 0 gives the 3xx itself.
    public var maximumRedirects = 10
    /// Whether a certificate that is not valid is accepted.
    public var acceptsInvalidCertificates = false
    /// The file of certificates that are trusted in place of the system's.
    public var authorities: String?
    /// The certificate that it shows where the server asks for one.
    public var clientCertificate: ClientCertificate?
    /// The most bytes of the reply's body that are taken, after decompression.
    public var maximumBodySize = 10_000_000
    /// The version of HTTP that it asks for; `nil`: 2 over TLS where the server has it, otherwise 1.1.
    public var version: RequestVersion?
    /// The proxy that it goes through; `nil`: as the environment says.
    public var proxy: String?
    /// What hosts are connected to in place of their own address.
    public var addresses: [RequestAddress] = []
    /// The version of IP that it is limited to.
    public var ipVersion: IPVersion?
    /// Whether it says who has caused it (W3C Trace Context).
    public var isTraced = false
    /// Whether it asks for a compressed reply.
    public var isCompressed = true

    /// Makes the options of a flow file that says nothing.
    public init() {}
}
