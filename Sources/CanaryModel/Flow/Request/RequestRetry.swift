/// How a request is sent again until its response is as wanted.
public struct RequestRetry: Sendable, Hashable {
    /// What must hold; empty: what the step expects.
    public var until: [Condition]
    /// The pause between a response and the next try.
    public var interval: Duration
    /// How long it is tried, beside the step's own time, which is that of one try.
    public var limit: Duration
    /// What the pause is multiplied with after each try.
    public var backoff: Double
    /// Whether a request that got no response is sent again too.
    public var includesConnectionErrors: Bool

    /// Makes one; the defaults are those of a flow file that leaves the key out.
    public init(
        until: [Condition] = [],
        interval: Duration = .seconds(1),
        limit: Duration,
        backoff: Double = 1,
        includesConnectionErrors: Bool = false
    ) {
        self.until = until
        self.interval = interval
        self.limit = limit
        self.backoff = backoff
        self.includesConnectionErrors = includesConnectionErrors
    }
}
