#if os(Linux)
import Foundation

extension FileDescriptor {
    /// What `send` is told: a peer gone is an error and not a signal.
    static let sendFlags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)

    static func streamSocket() -> Int32 {
        socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    }

    /// Prepares a connection that was accepted.
    static func configure(_ number: Int32) {
        setOption(number, Int32(IPPROTO_TCP), TCP_NODELAY)
    }
}
#endif
