import WebDriver

extension Page {
    /// The longest body that is kept, in characters.
    private static let longestBody = 1_000_000

    /// The bodies of replies, while the browser still has them: it forgets those of a page that was left.
    ///
    /// - Parameters:
    ///   - ids: The browser's identifiers of the requests.
    ///   - deadline: When to give up.
    /// - Returns: Those that are to be had and not too long.
    /// - Throws: ``BrowserError`` where the driver does not answer.
    public func bodies(
        of ids: [String],
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> [String: ResponseBody] {
        try await explaining {
            var bodies: [String: ResponseBody] = [:]
            for id in ids {
                do {
                    let command = Command<ResponseBody>.executeCDP(
                        "Network.getResponseBody",
                        ["requestId": id]
                    )
                    let body = try await attempt(command, until: deadline)
                    if body.body.utf8.count <= Self.longestBody { bodies[id] = body }
                } catch let error as WebDriverError {
                    // Forgotten by the browser, or it never had one: there is none to keep.
                    if error.isSessionGone || error.isUnsupported { throw await explained(error) }
                }
            }
            return bodies
        }
    }
}
