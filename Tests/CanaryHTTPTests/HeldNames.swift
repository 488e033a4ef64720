import Foundation
import Synchronization

/// Names whose look-up lasts for ever, `*.held.test`, and others that are unknown at once, `*.unknown.test`.
///
/// No name server can be counted on to be slow, so the test program defines the C library's `getaddrinfo`,
/// which libcurl then calls; for all other names it hands on to the real one.
enum HeldNames {
    private static let asked = Mutex<Set<String>>([])

    /// Waits until a name is being looked up.
    static func waitUntilAsked(for name: String) async {
        while !asked.withLock({ $0.contains(name) }) { await Task.yield() }
    }

    fileprivate static func hold(_ name: String) {
        asked.withLock { _ = $0.insert(name) }
        while true { pause() }
    }
}

private typealias GetAddrInfo =
    @convention(c) (
        UnsafePointer<CChar>?, UnsafePointer<CChar>?, UnsafePointer<addrinfo>?,
        UnsafeMutablePointer<UnsafeMutablePointer<addrinfo>?>?
    ) -> Int32

private let next = unsafeBitCast(
    dlsym(UnsafeMutableRawPointer(bitPattern: -1), "getaddrinfo"),
    to: GetAddrInfo.self
)

@_cdecl("getaddrinfo")
func heldGetAddrInfo(
    _ node: UnsafePointer<CChar>?,
    _ service: UnsafePointer<CChar>?,
    _ hints: UnsafePointer<addrinfo>?,
    _ result: UnsafeMutablePointer<UnsafeMutablePointer<addrinfo>?>?
) -> Int32 {
    guard let node, case let name = String(cString: node) else { return next(node, service, hints, result) }
    if name.hasSuffix(".held.test") { HeldNames.hold(name) }
    if name.hasSuffix(".unknown.test") { return EAI_NONAME }
    return next(node, service, hints, result)
}
