import Foundation

/// A call of the operating system that failed.
struct SystemCallError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What was attempted: `start /usr/bin/chromedriver`.
    let attempt: String
    /// Its `errno`.
    let code: Int32

    var description: String { "\(attempt): \(String(cString: strerror(code)))" }
}
