import Foundation

/// A socket that listens, and the file of a unix socket; both are gone with ``end()``.
struct ListeningSocket: Sendable {
    let descriptor: Int32
    /// Where it listens, with the port that it got.
    let address: ListenAddress
    /// Which file it is, so that no other is removed.
    var file: FileIdentity?

    /// Opens one; it blocks for a moment where another process opens the same.
    static func open(_ address: ListenAddress) throws(ServingError) -> ListeningSocket {
        switch address {
        case .tcp(let host, let port): try tcp(host: host, port: port, address)
        case .unixSocket(let path): try unix(path: path, address)
        }
    }

    /// Closes it.
    func end() {
        close(descriptor)
        if case .unixSocket(let path) = address, let file, FileIdentity(path) == file { unlink(path) }
    }

    /// A socket that does not block and that child processes do not inherit.
    static func make(family: Int32, _ address: ListenAddress) throws(ServingError) -> Int32 {
        #if canImport(Darwin)
        let descriptor = socket(family, SOCK_STREAM, 0)
        #else
        let descriptor = socket(
            family,
            Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue | SOCK_NONBLOCK.rawValue),
            0
        )
        #endif
        guard descriptor >= 0 else { throw failure("socket", address) }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        return descriptor
    }

    static func failure(_ call: String, _ address: ListenAddress, code: Int32 = errno) -> ServingError {
        code == EADDRINUSE
            ? .addressInUse(address)
            : .listening(address, call: call, reason: String(cString: strerror(code)))
    }
}
