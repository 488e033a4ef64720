/// What a flow says of all its requests.
public struct RequestDefaults: Sendable, Hashable {
    /// What paths are appended to; `nil` takes the flow's `baseURL`.
    public var baseURL: String?
    /// The header fields that requests have unless they say otherwise.
    public var headers: [RequestField]
    /// How requests are sent unless they say otherwise.
    public var options: RequestOptions
    /// The time of a request's step; `nil` takes the flow's `stepTimeout`.
    public var timeout: Duration?
    /// What every response is expected to be, unless a step has a condition of the same kind.
    public var expect: [Condition]
    /// What makes a step degraded, unless it warns of the same kind itself.
    public var warn: [Condition] = []

    /// Makes defaults.
    public init(
        baseURL: String? = nil,
        headers: [RequestField] = [],
        options: RequestOptions = RequestOptions(),
        timeout: Duration? = nil,
        expect: [Condition] = []
    ) {
        self.baseURL = baseURL
        self.headers = headers
        self.options = options
        self.timeout = timeout
        self.expect = expect
    }
}
