/// A client that keeps connections; one for a process is normal, several work side by side.
public final class HTTPClient: Sendable {
    /// Makes a client.
    public init() {}

    /// Sends a request and returns the whole reply.
    public nonisolated(nonsending) func send(
        _ request: HTTPRequest,
        deadline: ContinuousClock.Instant
    ) async throws(HTTPError) -> HTTPResponse {
        throw HTTPError(code: .other, request: "", detail: "")
    }
}
