/// A user name and password, or what stands for them.
public struct HTTPCredentials: Sendable, Hashable {
    /// How they are sent.
    public enum Scheme: Sendable, Hashable {
        /// As they are (RFC 7617).
        case basic
        /// As the answer to what the server asks first (RFC 7616).
        case digest
        /// As a signature of the request by AWS (Signature Version 4): the user is the ID of an access key, the password
        /// its secret.
        case aws(region: String, service: String)
    }

    /// The user name; of basic authentication it cannot contain a colon.
    public var user: String
    /// The password.
    public var password: String
    /// How they are sent.
    public var scheme: Scheme

    /// Makes credentials.
    public init(user: String, password: String, scheme: Scheme = .basic) {
        self.user = user
        self.password = password
        self.scheme = scheme
    }
}
