/// The version of HTTP that a request asks for.
public enum RequestVersion: String, Sendable, Hashable, CaseIterable {
    case http1 = "1.1"
    case http2 = "2"
}
