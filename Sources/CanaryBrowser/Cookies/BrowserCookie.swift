/// A cookie as the browser reports it: in the form in which it takes one, too.
public struct BrowserCookie: Codable, Sendable, Hashable {
    /// Its name.
    public let name: String
    /// Its value.
    public let value: String
    /// The host that it is sent to; with a dot before it to the hosts below it too.
    public let domain: String
    /// The path that it is sent for.
    public let path: String
    /// When it ends, in seconds since 1970; `nil`, or less than 0: with the session.
    public var expires: Double?
    /// Whether scripts cannot read it.
    public var httpOnly: Bool?
    /// Whether it is sent over TLS only.
    public var secure: Bool?
    /// `Strict`, `Lax` or `None`; `nil`: the browser's default.
    public var sameSite: String?

    /// Makes a cookie.
    public init(
        name: String,
        value: String,
        domain: String,
        path: String,
        expires: Double? = nil,
        httpOnly: Bool? = nil,
        secure: Bool? = nil,
        sameSite: String? = nil
    ) {
        (self.name, self.value, self.domain, self.path) = (name, value, domain, path)
        (self.expires, self.httpOnly, self.secure, self.sameSite) = (expires, httpOnly, secure, sameSite)
    }

    /// Whether a request to a host gets it, by its domain alone.
    func isFor(host: Substring) -> Bool {
        domain.hasPrefix(".") ? host == domain.dropFirst() || host.hasSuffix(domain) : host == domain
    }
}
