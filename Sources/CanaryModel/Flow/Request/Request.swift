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
    /// How it is sent again; `nil`: it is not.
    public var retry: RequestRetry?
    /// How it is sent.
    public var options: RequestOptions
    /// What is kept of the response, in the order of the file.
    public var saved: [SavedResponseValue]

    /// Makes a request; the defaults are those of a flow file that leaves the key out.
    public init(
        method: String,
        url: String,
        headers: [RequestField] = [],
        query: [RequestField] = [],
        body: RequestBody? = nil,
        retry: RequestRetry? = nil,
        options: RequestOptions = RequestOptions(),
        saved: [SavedResponseValue] = []
    ) {
        self.method = method
        self.url = url
        self.headers = headers
        self.query = query
        self.body = body
        self.retry = retry
        self.options = options
        self.saved = saved
    }
}
