/// A client that keeps connections; one for a process is normal, several work side by side.
///
/// The first request starts one thread; it ends, and every connection is closed, with the last reference to
/// the client.
public final class HTTPClient: Sendable {
    private let loop = EventLoop()

    /// Makes a client; nothing runs before its first request.
    public init() {}

    deinit {
        loop.stop()
    }

    /// Sends a request and returns the whole reply.
    ///
    /// A kept connection that the server closed in the meantime is replaced without a word. Cancelling the
    /// task ends the request, and closes its connection, at once.
    ///
    /// - Parameters:
    ///   - request: What to send.
    ///   - deadline: When to give up; redirects that are followed share it.
    /// - Returns: The reply, whatever its status.
    /// - Throws: ``HTTPError`` where there is no reply. A status of 400 or more is not an error.
    public nonisolated(nonsending) func send(
        _ request: HTTPRequest,
        deadline: ContinuousClock.Instant
    ) async throws(HTTPError) -> HTTPResponse {
        var exchange = try Exchange(request, deadline: deadline)
        var response = try await loop.perform(exchange).get()
        var redirects = Duration.zero
        for count in 0... {
            guard request.maximumRedirects > 0, let next = try exchange.redirected(by: response) else {
                break
            }
            guard count < request.maximumRedirects else {
                throw HTTPError(
                    .tooManyRedirects,
                    request,
                    "still redirected, to \(next.url), after \(count)"
                )
            }
            redirects += response.timings.total
            let cookies = response.cookies
            exchange = next
            response = try await loop.perform(exchange).get()
            response.cookies = cookies + response.cookies
            response.redirectCount = count + 1
        }
        response.timings.redirects = redirects
        response.timings.total += redirects
        return response
    }
}
