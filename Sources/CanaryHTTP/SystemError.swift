#if canImport(Darwin)
import Darwin
#else
import Glibc
#endif

/// A system call that failed, with the reason the system gave.
struct SystemError: Error, CustomStringConvertible {
    let description: String

    /// Takes the reason from `errno` unless one is given.
    init(_ call: String, code: Int32 = errno) {
        description = "\(call): \(String(cString: strerror(code)))"
    }
}
