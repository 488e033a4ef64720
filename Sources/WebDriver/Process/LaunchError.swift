/// Why a driver or a browser did not start.
public struct LaunchError: Error, Sendable, Hashable {
    /// What kind of failure it was.
    public enum Code: Sendable, Hashable {
        /// The private folder, the watchdog or the driver could not be made by the operating system.
        case system
        /// The driver ended before it listened.
        case driverExited
        /// The driver did not listen in time, or closed its output without saying where it listens.
        case driverSilent
        /// The browser ended while it started.
        case browserExited
        /// The driver gave no session for another reason.
        case sessionRefused
        /// The URL of the remote driver is none.
        case remoteURL
        /// There is no connection to the remote driver: its name has no address, or nothing listens there.
        case remoteUnreachable
    }

    /// What kind of failure it was.
    public let code: Code
    /// What was attempted and what came of it, in one sentence.
    public let message: String
    /// What fixes it, where that is known.
    public let advice: String?
    /// What the driver answered, where it did.
    public let cause: WebDriverError?
    /// The last lines of the driver's and the browser's log, as they are: to be redacted before they are shown.
    public let log: String

    /// Makes an error.
    public init(
        code: Code,
        message: String,
        advice: String? = nil,
        cause: WebDriverError? = nil,
        log: String = ""
    ) {
        self.code = code
        self.message = message
        self.advice = advice
        self.cause = cause
        self.log = log
    }
}

extension LaunchError {
    /// The last line of the log that says something; as it is, like the log.
    public var lastLogLine: String { log.split(separator: "\n").last.map(String.init) ?? "" }
}

extension LaunchError: CustomStringConvertible {
    /// Message, cause and advice; without the log.
    public var description: String {
        [message, cause?.message, advice].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: ". ")
    }
}
