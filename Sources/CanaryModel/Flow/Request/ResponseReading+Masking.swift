extension ResponseReading {
    /// Whether its value says who one is, as that of a session's cookie: whatever the secrets of a flow are, it is not shown.
    package var isConfidential: Bool {
        switch self {
        case .cookie(_, attribute: nil): true
        case .header(let name): name.isSecretHeader
        default: false
        }
    }
}
