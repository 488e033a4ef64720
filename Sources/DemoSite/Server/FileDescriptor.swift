import Foundation

/// An open file descriptor that child processes do not inherit.
///
/// Whoever made it closes it: a listener and a connection the thread that serves it, a pipe the site.
struct FileDescriptor: Sendable {
    let number: Int32

    init(_ number: Int32) {
        self.number = number
        _ = fcntl(number, F_SETFD, FD_CLOEXEC)
    }

    func close() {
        _ = Foundation.close(number)
    }

    /// A socket that listens on 127.0.0.1, and its port.
    static func listening(on port: Int) throws(SiteError) -> (FileDescriptor, port: Int) {
        let descriptor = FileDescriptor(streamSocket())
        func check(_ result: Int32, _ call: String) throws(SiteError) {
            guard result < 0 else { return }
            let cause = SiteError(call: call, port: port, errno: errno)
            if call != "socket" { descriptor.close() }
            throw cause
        }
        try check(descriptor.number, "socket")
        setOption(descriptor.number, SOL_SOCKET, SO_REUSEADDR)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(truncatingIfNeeded: port).bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        try check(withSocketAddress(&address) { bind(descriptor.number, $0, $1.pointee) }, "bind")
        try check(listen(descriptor.number, 1024), "listen")
        // A connection can be gone again between `poll` and `accept`, which must not wait for another.
        try check(fcntl(descriptor.number, F_SETFL, O_NONBLOCK), "fcntl")
        try check(withSocketAddress(&address) { getsockname(descriptor.number, $0, $1) }, "getsockname")
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
