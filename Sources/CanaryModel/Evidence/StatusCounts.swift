/// How many requests ended with which class of HTTP status.
public struct StatusCounts: Sendable, Hashable, Codable {
    /// 200 to 299.
    public var successes: Int
    /// 300 to 399.
    public var redirects: Int
    /// 400 to 499.
    public var clientErrors: Int
    /// 500 to 599.
    public var serverErrors: Int
    /// No reply at all.
    public var failed: Int

    /// Makes counts.
    public init(
        successes: Int = 0,
        redirects: Int = 0,
        clientErrors: Int = 0,
        serverErrors: Int = 0,
        failed: Int = 0
    ) {
        self.successes = successes
        self.redirects = redirects
        self.clientErrors = clientErrors
        self.serverErrors = serverErrors
        self.failed = failed
    }

    private enum CodingKeys: String, CodingKey {
        case successes = "2xx"
        case redirects = "3xx"
        case clientErrors = "4xx"
        case serverErrors = "5xx"
        case failed
    }
}
