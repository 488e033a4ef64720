import WebDriver

extension Page {
    /// All cookies of the browser, whatever their site.
    ///
    /// - Throws: ``BrowserError`` where the driver cannot read them: without the DevTools protocol it sees only those of the
    ///   page's own site.
    public func cookies(until deadline: ContinuousClock.Instant) async throws(BrowserError) -> [BrowserCookie]
    {
        try await explaining {
            let command = Command<KnownCookies>.executeCDP("Network.getAllCookies")
            return try await send(command, until: deadline).cookies
        }
    }

    /// Gives the browser cookies, as if a reply had set them.
    ///
    /// - Returns: The names of those that it does not take.
    /// - Throws: ``BrowserError`` where the driver cannot do it.
    public func add(
        _ cookies: [BrowserCookie],
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> [String] {
        try await explaining {
            var refused: [String] = []
            for cookie in cookies {
                let command = Command<CookieSetting>.executeCDP("Network.setCookie", GivenCookie(cookie))
                do {
                    if try await attempt(command, until: deadline).success != true {
                        refused.append(cookie.name)
                    }
                } catch let error as WebDriverError where error.code == .invalidArgument {
                    refused.append(cookie.name)  // its name and its attributes do not go together
                }
            }
            return refused
        }
    }

    /// Takes cookies away from the browser.
    ///
    /// - Throws: ``BrowserError`` where the driver cannot do it.
    public func remove(
        _ cookies: [BrowserCookie],
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) {
        try await explaining {
            for cookie in cookies {
                let place = ["name": cookie.name, "domain": cookie.domain, "path": cookie.path]
                try await send(Command<Nothing>.executeCDP("Network.deleteCookies", place), until: deadline)
            }
        }
    }
}

private struct KnownCookies: Decodable, Sendable {
    let cookies: [BrowserCookie]
}

private struct CookieSetting: Decodable, Sendable {
    let success: Bool?
}

/// A cookie to set; with a domain it would go to the hosts below it too, so one of a single host has a URL.
private struct GivenCookie: Encodable, Sendable {
    let name: String
    let value: String
    var url: String?
    var domain: String?
    let path: String
    let expires: Double?
    let httpOnly: Bool
    let secure: Bool
    let sameSite: String?

    init(_ cookie: BrowserCookie) {
        (name, value, path) = (cookie.name, cookie.value, cookie.path)
        expires = cookie.expires.flatMap { $0 < 0 ? nil : $0 }
        (httpOnly, secure) = (cookie.httpOnly ?? false, cookie.secure ?? false)
        sameSite = cookie.sameSite
        if cookie.domain.hasPrefix(".") {
            domain = cookie.domain
        } else {
            let host = cookie.domain.contains(":") ? "[\(cookie.domain)]" : cookie.domain
            url = "\(secure ? "https" : "http")://\(host)\(path)"
        }
    }
}
