import CanaryHTTP
import Foundation

/// What came of sending a command once.
struct Exchange<Response: Decodable & Sendable>: Sendable {
    /// The reply, where there was one.
    let reply: HTTPResponse?
    /// The response, or why there is none.
    let result: Result<Response, WebDriverError>

    /// Reads a reply.
    ///
    /// It succeeds with status 200 and a value that is no failure: some servers send failures with 200. A script
    /// may well return an object that has an `error`, so there it must have all that a failure has.
    init(_ command: Command<Response>, reply: HTTPResponse) {
        self.reply = reply
        let isSuccess = reply.status == 200
        if !isSuccess || Reply.mayHoldFailure(reply.body), let failure = Reply.failure(in: reply.body),
            !isSuccess || failure.isComplete
        {
            result = .failure(WebDriverError(failure, of: command, reply: reply))
        } else if isSuccess {
            result = Result { try command.decode(reply.body) }.mapError {
                WebDriverError(unreadable: reply, of: command, cause: $0)
            }
        } else {
            result = .failure(WebDriverError(unreadable: reply, of: command, cause: nil))
        }
    }

    /// There was no reply.
    init(_ command: Command<Response>, failure: HTTPError) {
        reply = nil
        result = .failure(WebDriverError(failure, of: command))
    }
}
