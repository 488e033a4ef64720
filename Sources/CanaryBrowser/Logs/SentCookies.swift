/// A cookie that belongs to a request, whether it was sent or held back.
struct AssociatedCookie: Decodable, Sendable {
    let cookie: BrowserCookie?
}

/// The cookies of a browser as its requests had them last.
struct SentCookies: Sendable {
    private var cookies: [[String]: BrowserCookie] = [:]

    /// All of them, in no order.
    var all: [BrowserCookie] { Array(cookies.values) }

    /// Takes in those of a request; what its host had before for every path and has not now is gone.
    mutating func take(_ associated: [AssociatedCookie], host: String?) {
        let host = host.map { $0.prefix { $0 != ":" } } ?? ""
        cookies = cookies.filter { !($0.value.path == "/" && $0.value.isFor(host: host)) }
        for cookie in associated.compactMap(\.cookie) {
            cookies[[cookie.domain, cookie.path, cookie.name]] = cookie
        }
    }
}
