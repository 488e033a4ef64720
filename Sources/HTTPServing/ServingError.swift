/// Why a server does not start.
package enum ServingError: Error, Sendable, Hashable, CustomStringConvertible {
    /// libmicrohttpd cannot be opened, with the reason.
    case noLibrary(reason: String)
    /// It is no address of this machine, with the reason.
    case badAddress(ListenAddress, reason: String)
    /// Somebody listens there already.
    case addressInUse(ListenAddress)
    /// A system call failed for an address, with the reason that the system gave.
    case listening(ListenAddress, call: String, reason: String)
    /// A system call failed, with the reason that the system gave.
    case system(call: String, reason: String)
    /// libmicrohttpd does not start, as where no descriptors or threads are left.
    case notStarted(ListenAddress)

    /// What is wrong, in a sentence without its end.
    package var description: String {
        switch self {
        case .noLibrary(let reason):
            "serving needs libmicrohttpd, which cannot be opened (Debian: apt-get install libmicrohttpd12): \(reason)"
        case .badAddress(let address, let reason): "cannot listen on \(address): \(reason)"
        case .addressInUse(let address): "somebody listens on \(address) already"
        case .listening(let address, let call, let reason): "cannot listen on \(address): \(call): \(reason)"
        case .system(let call, let reason): "cannot serve: \(call): \(reason)"
        case .notStarted(let address): "cannot serve on \(address): libmicrohttpd does not start"
        }
    }
}
