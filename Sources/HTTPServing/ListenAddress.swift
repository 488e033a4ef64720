/// Where a server listens.
package enum ListenAddress: Sendable, Hashable, CustomStringConvertible {
    /// A numeric address, or `localhost` for 127.0.0.1; port 0 takes any that is free.
    case tcp(host: String, port: Int)
    /// A socket in the file system that only its owner can use.
    case unixSocket(path: String)

    /// As it is shown: `127.0.0.1:8080`, `[::1]:8080`, `/run/canary.sock`.
    package var description: String {
        switch self {
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .unixSocket(let path): path
        }
    }
}
