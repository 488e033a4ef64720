/// What a flow says of all its requests.
public struct RequestDefaults: Sendable, Hashable {
    /// What paths are appended to; `nil` takes the flow's `baseURL`.
    public var baseURL: String?
    /// The header fields that requests have unless they say otherwise.
    public var headers: [RequestField]

    /// How requests say who sends them, unless they say otherwise.
    public var authentication: RequestAuthentication?

    /// Makes defaults.
    public init(
        baseURL: String? = nil,
        headers: [RequestField] = [],
        authentication: RequestAuthentication? = nil
    ) {
        self.baseURL = baseURL
        self.headers = headers
        self.authentication = authentication
    }
}
