/// An attribute of a cookie that a response sets (RFC 6265, section 5.2).
public enum CookieAttribute: String, Sendable, Hashable, CaseIterable {
    case expires = "Expires"
    case maxAge = "Max-Age"
    case domain = "Domain"
    case path = "Path"
    case secure = "Secure"
    case httpOnly = "HttpOnly"
    case sameSite = "SameSite"
}
