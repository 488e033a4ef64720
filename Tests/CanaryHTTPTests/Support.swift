import CanaryHTTP
import Testing

/// An instant that no test reaches.
var farAway: ContinuousClock.Instant { .now + .seconds(30) }

/// The error that a request ends with; an issue where it gets a reply.
func failure(
    of request: HTTPRequest,
    deadline: ContinuousClock.Instant = farAway,
    client: HTTPClient = HTTPClient(),
    sourceLocation: SourceLocation = #_sourceLocation
) async -> HTTPError? {
    do throws(HTTPError) {
        let response = try await client.send(request, deadline: deadline)
        Issue.record("a reply came: \(response.status)", sourceLocation: sourceLocation)
        return nil
    } catch {
        return error
    }
}

/// Prints what a test that ran in a process of its own measured, and why it failed if it did.
func printOutput(of result: ExitTest.Result?) {
    for content in [result?.standardOutputContent, result?.standardErrorContent] {
        print(String(decoding: content ?? [], as: UTF8.self), terminator: "")
    }
}

/// What of a process of its own a test looks at.
let outputs: [any PartialKeyPath<ExitTest.Result> & Sendable] = [
    \.standardOutputContent, \.standardErrorContent,
]
