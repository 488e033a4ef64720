import CanaryAPI
import CanaryHTTP
import CanaryModel

extension HTTPClient {
    /// Sends a request, and tells what was sent and answered, also where nothing was.
    ///
    /// - Parameters:
    ///   - message: What is sent.
    ///   - deadline: When the request's time is over.
    ///   - secrets: Secrets by their names, for the command that sends it again.
    ///   - redactor: Masks the secrets in the exchange.
    /// - Returns: The exchange, and the reply or why there is none.
    func exchange(
        _ message: HTTPRequest,
        until deadline: ContinuousClock.Instant,
        secrets: [String: String] = [:],
        masking redactor: Redactor
    ) async -> (HTTPArchive.Entry, reply: Result<HTTPResponse, APIError>) {
        let (started, clock) = (Timestamp.now(), ContinuousClock.now)
        func entry(_ reply: HTTPResponse?, _ error: APIError?) -> HTTPArchive.Entry {
            HTTPArchive.Entry(
                message,
                at: started,
                reply: reply,
                error: error?.description,
                secrets: secrets,
                redactor: redactor
            )
        }
        do {
            let reply = try await send(message, deadline: deadline)
            return (entry(reply, nil), .success(reply))
        } catch {
            let failure = APIError(error, url: message.url)
            var entry = entry(nil, failure)
            entry.time = clock.duration(to: .now) / .milliseconds(1)
            return (entry, .failure(failure))
        }
    }
}
