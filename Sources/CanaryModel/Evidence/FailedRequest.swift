/// A request of the page that came to nothing, or that its server refused with a status of 400 or more.
public struct FailedRequest: Sendable, Hashable, Codable {
    /// The method.
    public var method: String
    /// The URL.
    public var url: String
    /// What it was for, as the browser names it.
    ///
    /// `Document`, `Script`, `XHR`, `Fetch`, `Image` and others.
    public var type: String
    /// The HTTP status; `nil` where no reply came.
    public var status: Int?
    /// Why no reply came: `net::ERR_CONNECTION_REFUSED`.
    public var error: String?
    /// When it was sent.
    public var time: Timestamp
    /// How long it took, in ms.
    public var duration: Int

    /// Makes a request.
    public init(
        method: String,
        url: String,
        type: String,
        status: Int? = nil,
        error: String? = nil,
        time: Timestamp,
        duration: Int
    ) {
        self.method = method
        self.url = url
        self.type = type
        self.status = status
        self.error = error
        self.time = time
        self.duration = duration
    }
}

extension FailedRequest {
    /// When it came to its end.
    package var ended: Timestamp { Timestamp(milliseconds: time.milliseconds.adding(clamped: duration)) }
}
