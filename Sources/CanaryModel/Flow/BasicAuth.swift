/// A user name and password for HTTP authentication.
public struct BasicAuth: Sendable, Hashable {
    /// The user name.
    public let username: String
    /// The password; never printed.
    public let password: String

    /// Makes a pair of user name and password.
    public init(username: String, password: String) {
        self.username = username
        self.password = password
    }
}
