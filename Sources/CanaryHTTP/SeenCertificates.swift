import CCurl

/// The certificates of the connections that are open: curl tells one only to the transfer that opened its connection.
final class SeenCertificates {
    /// A connection as both its ends name it.
    private struct Connection: Hashable {
        let address: String
        let port: Int
        let localPort: Int
    }

    /// More than are open at a time.
    private static let most = 256

    private var certificates: [Connection: HTTPCertificate] = [:]
    private var order: [Connection] = []

    /// The certificate of the connection that a transfer has used; `nil` where it is without TLS.
    func certificate(of handle: EasyHandle) -> HTTPCertificate? {
        let connection = Connection(
            address: handle.string(CURLINFO_PRIMARY_IP) ?? "",
            port: handle.number(CURLINFO_PRIMARY_PORT),
            localPort: handle.number(CURLINFO_LOCAL_PORT)
        )
        guard let shown = HTTPCertificate(lines: handle.certificateLines) else {
            return certificates[connection]
        }
        if certificates.updateValue(shown, forKey: connection) == nil { order.append(connection) }
        if order.count > Self.most { certificates[order.removeFirst()] = nil }
        return shown
    }
}
