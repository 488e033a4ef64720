/// An HTTP request that a step sends.
public struct Request: Sendable, Hashable {
    /// The method, in capitals: `POST`.
    public var method: String
    /// The URL: absolute, or a path below the flow's `requests.baseURL` or `baseURL`.
    public var url: String
    /// The header fields, in their order.
    public var headers: [RequestField]
    /// What is added to the query, in its order, not yet encoded.
    public var query: [RequestField]
    /// The body; `nil` sends none.
    public var body: RequestBody?
    /// How it says who sends it; `nil`: by its headers, if at all.
    public var authentication: RequestAuthentication?
    /// How it is sent again; `nil`: it is not.
    public var retry: RequestRetry?
    /// Whether redirects are followed, at most 10.
    public var followsRedirects: Bool
    /// Whether a certificate that is not valid is accepted.
    public var acceptsInvalidCertificates: Bool
    /// The most bytes of the reply's body that are taken, after decompression.
    public var maximumBodySize: Int
    /// What is kept of the response, in the order of the file.
    public var saved: [SavedResponseValue]

    /// Makes a request; the defaults are those of a flow file that leaves the key out.
    public init(
        method: String,
        url: String,
        headers: [RequestField] = [],
        query: [RequestField] = [],
        body: RequestBody? = nil,
        authentication: RequestAuthentication? = nil,
        retry: RequestRetry? = nil,
        followsRedirects: Bool = true,
        acceptsInvalidCertificates: Bool = false,
        maximumBodySize: Int = 10_000_000,
        saved: [SavedResponseValue] = []
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.query = query
        self.body = body
        self.authentication = authentication
        self.retry = retry
        self.followsRedirects = followsRedirects
        self.acceptsInvalidCertificates = acceptsInvalidCertificates
        self.maximumBodySize = maximumBodySize
        self.saved = saved
    }
}
