extension String {
    /// Whether the value of a header of this name says who one is: it is never shown, whatever the secrets of a flow are.
    package var isSecretHeader: Bool {
        [
            "authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key",
        ].contains(lowercased())
    }

    /// Whether what has this name is a secret, as far as the name says: `ACCESS_TOKEN`, `sessionKey`, `X-Auth-Token`.
    package var isSecretName: Bool {
        let name = lowercased()
        return [
            "token", "key", "secret", "password", "credentials", "session", "cookie", "csrf", "jwt", "auth",
            "authorization", "bearer",
        ].contains { name.hasSuffix($0) }
    }
}
