/// A cookie, as it is read and added.
///
/// Source: [Cookies](https://www.w3.org/TR/webdriver2/#cookies).
public struct Cookie: Codable, Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its value.
    public var value: String
    /// The path it is sent for; `/` where absent.
    public var path: String?
    /// The domain it is sent to; the current document's where absent.
    public var domain: String?
    /// Whether it is sent over TLS only; `false` where absent.
    public var secure: Bool?
    /// Whether scripts cannot see it; `false` where absent.
    public var httpOnly: Bool?
    /// When it ends, in seconds since 1970; with the session where absent.
    public var expiry: Int?
    /// `Strict`, `Lax` or `None`; the browser's default where absent.
    public var sameSite: String?

    /// Makes a cookie; what is `nil` is left to the browser.
    public init(
        name: String,
        value: String,
        path: String? = nil,
        domain: String? = nil,
        secure: Bool? = nil,
        httpOnly: Bool? = nil,
        expiry: Int? = nil,
        sameSite: String? = nil
    ) {
        self.name = name
        self.value = value
        self.path = path
        self.domain = domain
        self.secure = secure
        self.httpOnly = httpOnly
        self.expiry = expiry
        self.sameSite = sameSite
    }
}
