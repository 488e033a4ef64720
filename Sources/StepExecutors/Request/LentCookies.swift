import CanaryAPI
import CanaryBrowser
import CanaryHTTP

/// The cookies of the page's browser, lent to one request.
struct LentCookies {
    /// What the request takes and its reply gives.
    let jar: HTTPCookieJar
    private let page: Page
    private let before: Set<HTTPCookie>

    /// Reads them.
    ///
    /// - Throws: `BrowserError` where the browser cannot tell them.
    init(of page: Page, until deadline: ContinuousClock.Instant) async throws {
        self.page = page
        let cookies = try await page.cookies(until: deadline)
        jar = HTTPCookieJar(cookies.map(HTTPCookie.init))
        before = Set(jar.cookies)
    }

    /// Hands the browser what has changed by a reply.
    ///
    /// - Returns: The names of the cookies that the browser does not take.
    /// - Throws: `BrowserError` where it cannot be handed over.
    func giveBack(
        by response: HTTPResponse,
        until deadline: ContinuousClock.Instant
    ) async throws -> [String] {
        let after = Set(jar.cookies)
        let places = Set(after.map(\.place))
        let gone = before.filter { !places.contains($0.place) }
        try await page.remove(gone.map { BrowserCookie($0) }, until: deadline)
        let changed = after.subtracting(before).map {
            BrowserCookie($0, sameSite: response.sameSite(ofCookie: $0.name))
        }
        return try await page.add(changed, until: deadline)
    }
}

extension HTTPCookie {
    /// What no two cookies of a jar have in common.
    fileprivate var place: [String] { [domain, path, name] }

    fileprivate init(_ cookie: BrowserCookie) {
        let isForAll = cookie.domain.hasPrefix(".")
        self.init(
            name: cookie.name,
            value: cookie.value,
            domain: isForAll ? String(cookie.domain.dropFirst()) : cookie.domain,
            includesSubdomains: isForAll,
            path: cookie.path,
            isSecure: cookie.secure ?? false,
            isHTTPOnly: cookie.httpOnly ?? false,
            expires: cookie.expires.flatMap { $0 > 0 ? Int(min($0, 1e12)) : nil }
        )
    }
}

extension BrowserCookie {
    fileprivate init(_ cookie: HTTPCookie, sameSite: String? = nil) {
        self.init(
            name: cookie.name,
            value: cookie.value,
            domain: (cookie.includesSubdomains ? "." : "") + cookie.domain,
            path: cookie.path,
            expires: cookie.expires.map(Double.init),
            httpOnly: cookie.isHTTPOnly,
            secure: cookie.isSecure,
            sameSite: sameSite
        )
    }
}
