/// How a request says who sends it.
public enum RequestAuthentication: Sendable, Hashable {
    /// By user name and password (RFC 7617).
    case basic(BasicAuth)
    /// By user name and password that are not sent themselves (RFC 7616).
    case digest(BasicAuth)
    /// By a signature of AWS.
    case aws(AWSCredentials)
    /// By a token (RFC 6750).
    case bearer(String)
}
