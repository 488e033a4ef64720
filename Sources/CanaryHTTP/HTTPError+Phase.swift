extension HTTPError {
    /// How far a request had come.
    public enum Phase: String, Sendable, Hashable, CaseIterable {
        /// Nothing was done yet: the deadline had passed before.
        case starting = "starting"
        /// The name was being looked up.
        case resolving = "resolving the name"
        /// The connection was being made, through a proxy if there is one.
        case connecting = "connecting"
        /// The TLS handshake was being made.
        case tls = "negotiating TLS"
        /// The request was going out.
        case sending = "sending the request"
        /// The request was out, and no byte of the reply had come.
        case waiting = "waiting for the reply"
        /// The reply had begun.
        case receiving = "receiving the reply"
    }
}
