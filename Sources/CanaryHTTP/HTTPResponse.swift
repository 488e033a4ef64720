public import Foundation

/// A reply, whatever its status: a 404 or a 500 is a response, not an error.
public struct HTTPResponse: Sendable {
    /// The status code: 200.
    public var status: Int
    /// The reason phrase: `OK`; empty where the server sent none, and in HTTP/2.
    public var reason: String
    /// The header fields of the last reply, trailers included.
    public var headers: HTTPHeaders
    /// The whole body, decompressed where the request asked for that.
    public var body: Data
    /// When each phase was done.
    public var timings: HTTPTimings
    /// Whether the reply came over a connection that an earlier request had opened.
    public var isConnectionReused: Bool
    /// The URL that gave this reply, without credentials: the request's, or where the last redirect led.
    public var effectiveURL: String
    /// The version of HTTP that it came by: `1.1`, `2`; empty where it is not known.
    public var version = ""
    /// The IP address that it came from, or that of the proxy; empty where it is not known.
    public var address = ""
    /// How many redirects were followed to it.
    public var redirectCount = 0
    /// The certificate that its server showed; `nil` without TLS.
    public var certificate: HTTPCertificate?
    /// The values of `Set-Cookie` of this reply, after those of the redirects that led to it.
    public var cookies: [String] = []
    /// Where the reply sends the client on to, made absolute.
    var redirectURL: String?

    /// Makes a response, for a test that needs one without a server.
    public init(
        status: Int,
        reason: String = "",
        headers: HTTPHeaders = HTTPHeaders(),
        body: Data = Data(),
        timings: HTTPTimings = HTTPTimings(),
        isConnectionReused: Bool = false,
        effectiveURL: String = ""
    ) {
        self.status = status
        self.reason = reason
        self.headers = headers
        self.body = body
        self.timings = timings
        self.isConnectionReused = isConnectionReused
        self.effectiveURL = effectiveURL
    }
}
