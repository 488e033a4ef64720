/// A cookie, as a jar keeps it.
public struct HTTPCookie: Sendable, Hashable {
    /// Its name.
    public var name: String
    /// Its value.
    public var value: String
    /// The host that it is sent to.
    public var domain: String
    /// Whether it is sent to the hosts below that too.
    public var includesSubdomains: Bool
    /// The path that it is sent for.
    public var path: String
    /// Whether it is sent over TLS only.
    public var isSecure: Bool
    /// Whether scripts of a page cannot read it.
    public var isHTTPOnly: Bool
    /// When it ends, in seconds since 1970; `nil`: with the session.
    public var expires: Int?

    /// Makes a cookie.
    public init(
        name: String,
        value: String,
        domain: String,
        includesSubdomains: Bool = false,
        path: String = "/",
        isSecure: Bool = false,
        isHTTPOnly: Bool = false,
        expires: Int? = nil
    ) {
        self.name = name
        self.value = value
        self.domain = domain
        self.includesSubdomains = includesSubdomains
        self.path = path
        self.isSecure = isSecure
        self.isHTTPOnly = isHTTPOnly
        self.expires = expires
    }
}

extension HTTPCookie {
    private static let httpOnly = "#HttpOnly_"

    /// Reads a line of a Netscape cookie file, as curl writes it; `nil` where it is not one.
    init?(line: String) {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard fields.count == 7, let expires = Int(fields[4]) else { return nil }
        let isHTTPOnly = fields[0].hasPrefix(Self.httpOnly)
        let domain = isHTTPOnly ? String(fields[0].dropFirst(Self.httpOnly.count)) : fields[0]
        self.init(
            name: fields[5],
            value: fields[6],
            domain: domain.hasPrefix(".") ? String(domain.dropFirst()) : domain,
            includesSubdomains: fields[1] == "TRUE",
            path: fields[2],
            isSecure: fields[3] == "TRUE",
            isHTTPOnly: isHTTPOnly,
            expires: expires == 0 ? nil : expires
        )
    }

    /// Whether a line can say it: one without a name, which browsers have, would be taken for another.
    var isWritable: Bool {
        !name.isEmpty && ![domain, path, name, value].contains { $0.contains { $0 == "\t" || $0.isNewline } }
    }

    /// The cookie as a line of a Netscape cookie file.
    var line: String {
        func word(_ bool: Bool) -> String { bool ? "TRUE" : "FALSE" }
        let prefix = (isHTTPOnly ? Self.httpOnly : "") + (includesSubdomains ? "." : "")
        return [
            prefix + domain, word(includesSubdomains), path, word(isSecure), "\(expires ?? 0)", name, value,
        ].joined(separator: "\t")
    }
}
