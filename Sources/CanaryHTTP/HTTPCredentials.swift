/// A user name and password for HTTP basic authentication (RFC 7617).
public struct HTTPCredentials: Sendable, Hashable {
    /// The user name; cannot contain a colon.
    public var user: String
    /// The password.
    public var password: String

    /// Makes credentials.
    public init(user: String, password: String) {
        self.user = user
        self.password = password
    }
}
