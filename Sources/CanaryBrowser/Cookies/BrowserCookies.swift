import WebDriver

/// Cookies that one browser had, to be given to another.
public struct BrowserCookies: Sendable {
    let cookies: [BrowserCookie]

    /// Whether there are none.
    public var isEmpty: Bool { cookies.isEmpty }
}

extension Page {
    /// Takes cookies over from another browser.
    ///
    /// - Throws: ``BrowserError`` where the driver cannot do it.
    public func adopt(
        _ cookies: BrowserCookies,
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) {
        try await explaining {
            if cookies.isEmpty { return }
            let command = Command<Nothing>.executeCDP("Network.setCookies", ["cookies": cookies.cookies])
            try await send(command, until: deadline)
        }
    }
}
