/// How a request says who sends it.
public enum RequestAuthentication: Sendable, Hashable {
    /// By user name and password (RFC 7617).
    case basic(BasicAuth)
    /// By a token (RFC 6750).
    case bearer(String)
}
