import Foundation

/// A port for a driver that browsers refuse to connect to, held while the driver runs.
///
/// Whoever can post to a driver can start programs with it, and a page of this machine can post to any port of it but
/// these. A driver answers pages of this machine like anybody else, and takes WebSockets too.
final class DriverPort: Sendable {
    /// The port.
    let number: UInt16
    private let descriptor: Int32

    private init(_ number: UInt16, _ descriptor: Int32) {
        self.number = number
        self.descriptor = descriptor
    }

    deinit { close(descriptor) }

    /// Takes the first port that is free and that no other run holds.
    ///
    /// - Parameter tried: Ports that turned out to be taken.
    /// - Returns: The port; `nil` where there is none left, or ports cannot be held.
    static func take(besides tried: Set<UInt16> = []) -> DriverPort? {
        for number in restricted where !tried.contains(number) {
            guard let descriptor = hold(number) else { continue }
            if isFree(number) { return DriverPort(number, descriptor) }
            close(descriptor)
        }
        return nil
    }

    /// Ports that Chromium does not connect to (net/base/port_util.cc), those first that hardly anything listens on.
    ///
    /// The last ones are for the administrator, where flows run as such.
    static let restricted: [UInt16] =
        [6666, 6667, 6668, 6669, 6665, 6697, 6566, 10080, 3659, 4045, 1719, 1720, 1723]
        + [5061, 5060, 2049, 6000]
        + [526, 530, 531, 532, 540, 556, 563, 601, 77, 79, 87, 95, 101, 102, 103, 104, 109, 115, 117]

    #if os(Linux)
    /// Holds a port between runs: an abstract socket, which ends with its process and leaves no file behind; it
    /// counts in the same network namespace as the port.
    private static func hold(_ number: UInt16) -> Int32? {
        let descriptor = socket(AF_UNIX, Int32(SOCK_DGRAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        guard descriptor >= 0 else { return nil }
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        // The first byte stays 0: that makes it abstract.
        let name = Array("canary-driver-port-\(number)".utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.dropFirst().copyBytes(from: name) }
        let length = MemoryLayout.size(ofValue: address.sun_family) + 1 + name.count
        if bind(descriptor, &address, socklen_t(length)) { return descriptor }
        close(descriptor)
        return nil
    }
    #else
    private static func hold(_ number: UInt16) -> Int32? { nil }
    #endif

    /// Whether a driver can listen there, on both of its addresses.
    private static func isFree(_ number: UInt16) -> Bool {
        var first = sockaddr_in()
        first.sin_family = sa_family_t(AF_INET)
        first.sin_port = number.bigEndian
        first.sin_addr.s_addr = UInt32(INADDR_LOOPBACK).bigEndian
        var second = sockaddr_in6()
        second.sin6_family = sa_family_t(AF_INET6)
        second.sin6_port = number.bigEndian
        second.sin6_addr = in6addr_loopback
        return canBind(AF_INET, &first) && canBind(AF_INET6, &second)
    }

    /// Whether the driver could bind the address, which it takes over from connections that have ended.
    private static func canBind<Address>(_ family: Int32, _ address: inout Address) -> Bool {
        let descriptor = socket(family, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
        // A machine without that family has nobody there.
        guard descriptor >= 0 else { return family == AF_INET6 }
        defer { close(descriptor) }
        var isOn: Int32 = 1
        setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isOn, socklen_t(MemoryLayout<Int32>.size))
        if bind(descriptor, &address, socklen_t(MemoryLayout<Address>.size)) { return true }
        return family == AF_INET6 && errno == EADDRNOTAVAIL
    }

    private static func bind<Address>(
        _ descriptor: Int32,
        _ address: inout Address,
        _ length: socklen_t
    ) -> Bool {
        withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                Foundation.bind(descriptor, $0, length) == 0
            }
        }
    }
}
