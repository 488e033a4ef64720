extension Flow {
    /// Everything of the flow that must not be shown.
    ///
    /// User name and password stand together too, since the page sends them so, in base64.
    package var allSecrets: [String] {
        let login = browser.basicAuth.map { [$0.password, "\($0.username):\($0.password)"] } ?? []
        return Array(secrets.values) + login + browser.secretHeaders
    }
}

extension BrowserOptions {
    /// The values of headers that say who one is; of `Bearer TOKEN` the token too.
    fileprivate var secretHeaders: [String] {
        headers.filter { $0.key.isSecretHeader }.values.flatMap { value in
            let token = value.firstIndex(of: " ").map { String(value[value.index(after: $0)...]) }
            return [value, token].compactMap(\.self)
        }
    }
}
