import Foundation

/// The network of this machine.
enum LocalNetwork {
    /// Whether there is an interface that is up and leads anywhere but to the machine itself.
    static var isThere: Bool {
        var first: UnsafeMutablePointer<ifaddrs>?
        guard getifaddrs(&first) == 0 else { return true }  // not known: the site may be at fault
        defer { freeifaddrs(first) }
        return sequence(first: first, next: { $0?.pointee.ifa_next }).contains { interface in
            guard let interface = interface?.pointee, let address = interface.ifa_addr else { return false }
            let flags = Int32(truncatingIfNeeded: interface.ifa_flags)
            let isUp = flags & Int32(IFF_UP) != 0 && flags & Int32(IFF_LOOPBACK) == 0
            return isUp && [AF_INET, AF_INET6].contains(Int32(address.pointee.sa_family))
        }
    }
}
