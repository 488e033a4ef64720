import Foundation

/// An open file descriptor, not inherited by child processes, closed when the last reference is gone.
final class FileDescriptor: Sendable {
    let number: Int32

    init(_ number: Int32) {
        self.number = number
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    }

    deinit {
        close(number)
    }

    /// A socket that listens on 127.0.0.1, and its port.
    static func listening(on port: Int) throws(SiteError) -> (FileDescriptor, port: Int) {
        let descriptor = FileDescriptor(streamSocket())
        guard descriptor.number >= 0 else { throw SiteError(call: "socket", port: port, errno: errno) }
        setOption(descriptor.number, SOL_SOCKET, SO_REUSEADDR)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        let bound = withSocketAddress(&address) { bind(descriptor.number, $0, $1.pointee) }
        guard bound == 0 else { throw SiteError(call: "bind", port: port, errno: errno) }
        guard listen(descriptor.number, 1024) == 0 else {
            throw SiteError(call: "listen", port: port, errno: errno)
        }
        _ = withSocketAddress(&address) { getsockname(descriptor.number, $0, $1) }
        return (descriptor, Int(UInt16(bigEndian: address.sin_port)))
    }

    /// The next connection that waits, or `nil` where it is gone again or no descriptor is left.
    func accept() -> FileDescriptor? {
        let accepted = Foundation.accept(number, nil, nil)
        guard accepted >= 0 else { return nil }
        Self.configure(accepted)
        return FileDescriptor(accepted)
    }

    /// Switches an option of a socket on.
    static func setOption(_ number: Int32, _ level: Int32, _ option: Int32) {
        var on: Int32 = 1
        setsockopt(number, level, option, &on, socklen_t(MemoryLayout<Int32>.size))
    }

    private static func withSocketAddress(
        _ address: inout sockaddr_in,
        _ body: (UnsafeMutablePointer<sockaddr>, UnsafeMutablePointer<socklen_t>) -> Int32
    ) -> Int32 {
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        return withUnsafeMutablePointer(to: &address) { address in
            address.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, &length) }
        }
    }
}
