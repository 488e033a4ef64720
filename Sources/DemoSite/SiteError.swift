import Foundation

/// The site could not be started.
public struct SiteError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The system call that failed: `socket`, `bind`, `listen`, `pipe`.
    public let call: String
    /// The port asked for; 0: any.
    public let port: Int
    /// The number of the system's error.
    public let errno: Int32

    /// One sentence that says what failed and what to do.
    public var description: String {
        let cause = String(cString: strerror(errno))
        let hint = errno == EADDRINUSE ? "; choose another port, or 0 for a free one" : ""
        return "the demo site cannot listen on 127.0.0.1:\(port): \(call): \(cause)\(hint)"
    }
}
