import Foundation

extension ListeningSocket {
    static func unix(path: String, _ address: ListenAddress) throws(ServingError) -> ListeningSocket {
        let folder = Foundation.open(
            (path as NSString).deletingLastPathComponent.orCurrent,
            O_RDONLY | O_DIRECTORY | O_CLOEXEC
        )
        guard folder >= 0 else { throw failure("open of its folder", address) }
        defer { close(folder) }
        // Of two servers that find the same dead file, the second must not remove the first one's new file.
        while flock(folder, LOCK_EX) < 0, errno == EINTR {}
        let descriptor = try make(family: AF_UNIX, address)
        do throws(ServingError) {
            try removeDead(path, address)
            // The file gets the mode that the socket has, so nobody can come before it is restricted.
            _ = fchmod(descriptor, 0o600)
            try check(withUnixAddress(path, address) { bind(descriptor, $0, $1) }, "bind", address)
            try check(chmod(path, 0o600), "chmod", address)
            try check(listen(descriptor, 1024), "listen", address)
        } catch {
            close(descriptor)
            throw error
        }
        return ListeningSocket(descriptor: descriptor, address: address, file: FileIdentity(path))
    }

    /// Removes the socket of an owner that is dead.
    private static func removeDead(_ path: String, _ address: ListenAddress) throws(ServingError) {
        guard let file = FileIdentity(path) else { return }
        guard file.isSocket else {
            throw .badAddress(address, reason: "there is a file that is not a socket")
        }
        let probe = try make(family: AF_UNIX, address)
        defer { close(probe) }
        let result = try withUnixAddress(path, address) { connect(probe, $0, $1) }
        // A live owner with a full queue says EAGAIN, one of somebody else EACCES.
        guard result < 0, errno == ECONNREFUSED else { throw .addressInUse(address) }
        try check(unlink(path), "unlink", address)
    }

    private static func check(_ result: Int32, _ call: String, _ address: ListenAddress) throws(ServingError)
    {
        if result < 0 { throw failure(call, address) }
    }

    private static func withUnixAddress(
        _ path: String,
        _ address: ListenAddress,
        _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws(ServingError) -> Int32 {
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        let capacity = MemoryLayout.size(ofValue: name.sun_path) - 1
        guard !bytes.isEmpty, bytes.count <= capacity, !bytes.contains(0) else {
            throw .badAddress(address, reason: "the path of a socket has 1 to \(capacity) bytes")
        }
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &name) { name in
            name.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                body($0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
    }
}

extension String {
    /// The folder of a path without one is the current.
    fileprivate var orCurrent: String { isEmpty ? "." : self }
}
