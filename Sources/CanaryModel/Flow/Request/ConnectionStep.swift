/// A connection below HTTP that a step makes: TCP, with TLS where that is asked for.
public struct ConnectionStep: Sendable, Hashable {
    /// `host:port`.
    public var address: String
    /// Whether TLS is negotiated.
    public var usesTLS = false
    /// What is sent once the connection stands.
    public var message: String?
    /// Whether a certificate that is not valid is accepted.
    public var acceptsInvalidCertificates = false
    /// The file of certificates that are trusted in place of the system's.
    public var authorities: String?

    /// Makes a connection to `host:port`.
    public init(_ address: String) { self.address = address }

    /// The host and the port of the address, IPv6 without its brackets; `nil` where it is not one.
    public var hostAndPort: (host: String, port: Int)? {
        guard let colon = address.lastIndex(of: ":"), let port = Int(address[address.index(after: colon)...]),
            (1...65_535).contains(port)
        else { return nil }
        var host = address[..<colon]
        if host.first == "[", host.last == "]" { host = host.dropFirst().dropLast() }
        return host.isEmpty || host.contains("/") ? nil : (String(host), port)
    }

    func mapped(by map: TextMap) -> ConnectionStep {
        var step = self
        (step.address, step.message) = (map.text(address), message.map { map.text($0) })
        return step
    }
}
