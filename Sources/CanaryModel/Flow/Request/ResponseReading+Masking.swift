extension ResponseReading {
    /// Whether its value says who one is, as that of a session's cookie: whatever the secrets of a flow are, it is not shown.
    package var isConfidential: Bool {
        switch self {
        case .cookie(_, attribute: nil): true
        case .header(let name): Self.confidentialHeaders.contains(name.lowercased())
        default: false
        }
    }

    private static let confidentialHeaders: Set<String> = [
        "authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key",
    ]
}
