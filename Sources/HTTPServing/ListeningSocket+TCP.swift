import Foundation

extension ListeningSocket {
    static func tcp(
        host: String,
        port: Int,
        _ address: ListenAddress
    ) throws(ServingError) -> ListeningSocket {
        guard let number = UInt16(exactly: port) else {
            throw .badAddress(address, reason: "a port is 0 to 65535")
        }
        var (storage, length) = try socketAddress(host == "localhost" ? "127.0.0.1" : host, number, address)
        let descriptor = try make(family: Int32(storage.ss_family), address)
        do throws(ServingError) {
            try listen(descriptor, &storage, length, address)
        } catch {
            close(descriptor)
            throw error
        }
        let bound = withSocketAddress(&storage) { pointer in
            // The port is at the same place in both families.
            pointer.withMemoryRebound(to: sockaddr_in.self, capacity: 1) {
                UInt16(bigEndian: $0.pointee.sin_port)
            }
        }
        return ListeningSocket(descriptor: descriptor, address: .tcp(host: host, port: Int(bound)))
    }

    /// Listens at an address, which is then the one that it got.
    private static func listen(
        _ descriptor: Int32,
        _ storage: inout sockaddr_storage,
        _ length: socklen_t,
        _ address: ListenAddress
    ) throws(ServingError) {
        var on: Int32 = 1
        // A port whose last connections still wait for stray packets can be taken again.
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, socklen_t(MemoryLayout<Int32>.size))
        let failed = withSocketAddress(&storage) { pointer -> String? in
            var length = length
            if bind(descriptor, pointer, length) < 0 { return "bind" }
            if Foundation.listen(descriptor, 1024) < 0 { return "listen" }
            return getsockname(descriptor, pointer, &length) < 0 ? "getsockname" : nil
        }
        if let failed { throw failure(failed, address) }
    }

    private static func socketAddress(
        _ host: String,
        _ port: UInt16,
        _ address: ListenAddress
    ) throws(ServingError) -> (sockaddr_storage, socklen_t) {
        var hints = addrinfo()
        hints.ai_flags = AI_NUMERICHOST | AI_NUMERICSERV | AI_PASSIVE
        #if canImport(Darwin)
        hints.ai_socktype = SOCK_STREAM
        #else
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #endif
        var found: UnsafeMutablePointer<addrinfo>?
        let code = getaddrinfo(host, "\(port)", &hints, &found)
        guard code == 0, let info = found?.pointee, let bytes = info.ai_addr else {
            throw .badAddress(address, reason: "'\(host)' is not a numeric address")
        }
        defer { freeaddrinfo(found) }
        var storage = sockaddr_storage()
        memcpy(&storage, bytes, Int(info.ai_addrlen))
        return (storage, info.ai_addrlen)
    }

    private static func withSocketAddress<T>(
        _ storage: inout sockaddr_storage,
        _ body: (UnsafeMutablePointer<sockaddr>) -> T
    ) -> T {
        withUnsafeMutablePointer(to: &storage) { storage in
            storage.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
        }
    }
}
