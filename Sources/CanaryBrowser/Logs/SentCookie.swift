/// A cookie as the browser reported it with a request: in the form in which it takes one, too.
struct SentCookie: Codable, Sendable, Hashable {
    let name: String
    let value: String
    let domain: String
    let path: String
    var expires: Double?
    var httpOnly: Bool?
    var secure: Bool?
    var sameSite: String?

    /// Whether a request to a host gets it, by its domain alone.
    func isFor(host: Substring) -> Bool {
        domain.hasPrefix(".") ? host == domain.dropFirst() || host.hasSuffix(domain) : host == domain
    }
}

/// A cookie that belongs to a request, whether it was sent or held back.
struct AssociatedCookie: Decodable, Sendable {
    let cookie: SentCookie?
}

/// The cookies of a browser as its requests had them last.
struct SentCookies: Sendable {
    private var cookies: [[String]: SentCookie] = [:]

    /// All of them, in no order.
    var all: [SentCookie] { Array(cookies.values) }

    /// Takes in those of a request; what its host had before for every path and has not now is gone.
    mutating func take(_ associated: [AssociatedCookie], host: String?) {
        let host = host.map { $0.prefix { $0 != ":" } } ?? ""
        cookies = cookies.filter { !($0.value.path == "/" && $0.value.isFor(host: host)) }
        for cookie in associated.compactMap(\.cookie) {
            cookies[[cookie.domain, cookie.path, cookie.name]] = cookie
        }
    }
}
