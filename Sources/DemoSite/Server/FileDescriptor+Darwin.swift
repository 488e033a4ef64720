#if canImport(Darwin)
import Foundation

extension FileDescriptor {
    /// What `send` is told; that a peer gone is no signal is an option of the socket here.
    static let sendFlags = MSG_DONTWAIT

    static func streamSocket() -> Int32 {
        socket(AF_INET, SOCK_STREAM, 0)
    }

    /// Prepares a connection that was accepted.
    static func configure(_ number: Int32) {
        setOption(number, IPPROTO_TCP, TCP_NODELAY)
        setOption(number, SOL_SOCKET, SO_NOSIGPIPE)
    }
}
#endif
