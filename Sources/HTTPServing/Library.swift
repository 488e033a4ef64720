import CMicrohttpd

/// libmicrohttpd, which is opened when it is first needed.
enum Library {
    #if canImport(Darwin)
    static let name = "libmicrohttpd.12.dylib"
    #else
    static let name = "libmicrohttpd.so.12"
    #endif

    /// Opens it unless it is open.
    static func open(_ name: String = name) throws(ServingError) {
        var reason = [CChar](repeating: 0, count: 512)
        guard microhttpd_open(name, &reason, reason.count) == 0 else { return }
        let bytes = reason.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
        throw .noLibrary(reason: String(decoding: bytes, as: UTF8.self))
    }
}
