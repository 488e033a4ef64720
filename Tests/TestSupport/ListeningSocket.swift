import Foundation

/// A TCP socket that listens on a free port of 127.0.0.1.
public final class ListeningSocket: Sendable {
    /// The descriptor, closed with this object.
    public let descriptor: Int32
    /// The port.
    public let port: Int

    /// Opens it.
    ///
    /// - Parameter backlog: How many connections wait to be accepted before further ones are not answered.
    /// - Throws: `POSIXError` where that is not possible.
    public init(backlog: Int32 = 128) throws {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let socket = descriptor
        _ = fcntl(socket, F_SETFD, FD_CLOEXEC)
        let isListening = withUnsafeMutableBytes(of: &address) { bytes in
            let address = bytes.baseAddress?.assumingMemoryBound(to: sockaddr.self)
            return bind(socket, address, length) == 0 && listen(socket, backlog) == 0
                && getsockname(socket, address, &length) == 0
        }
        port = Int(UInt16(bigEndian: address.sin_port))
        guard isListening else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    }

    deinit {
        close(descriptor)
    }

    /// Ends a thread's wait for connections.
    public func stop() {
        shutdown(descriptor, Int32(SHUT_RDWR))
    }
}
