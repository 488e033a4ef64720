/// Why a request got no reply.
///
/// A reply with an error status is not an error: see ``HTTPResponse``.
public struct HTTPError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it was.
    public var code: Code
    /// The method and the URL, without credentials: `GET http://127.0.0.1:4444/status`.
    public var request: String
    /// What happened, in words: the cause as the system or the server gave it.
    public var detail: String

    /// How the detail begins where it is the proxy that could not be reached, and not the host.
    public static let proxyMark = "the proxy: "

    /// Makes an error.
    public init(code: Code, request: String, detail: String) {
        self.code = code
        self.request = request
        self.detail = detail
    }

    /// The whole as one sentence: `GET http://127.0.0.1:1/: refused: nothing listens at that address`.
    public var description: String {
        "\(request): \(code.label): \(detail)"
    }
}
