/// Why there is nothing to run a browser with.
public struct InstallationError: Error, Sendable, Hashable {
    /// What kind of lack it is.
    public enum Code: Sendable, Hashable {
        /// No driver was found.
        case driverMissing
        /// No browser was found.
        case browserMissing
        /// The path that was given is not a file that can be executed.
        case notExecutable
        /// Driver and browser do not go together.
        case versionMismatch
    }

    /// What kind of lack it is.
    public let code: Code
    /// What is wrong, in one sentence.
    public let message: String
    /// Everywhere it was looked for, in order.
    public let searched: [String]
    /// What fixes it, as a command where there is one.
    public let advice: String

    /// Makes an error.
    public init(code: Code, message: String, searched: [String] = [], advice: String) {
        self.code = code
        self.message = message
        self.searched = searched
        self.advice = advice
    }
}

extension InstallationError: CustomStringConvertible {
    /// The message, what fixes it, and where it was looked for.
    public var description: String {
        var text = "\(message). \(advice)"
        if !searched.isEmpty { text += "\nlooked for: " + searched.joined(separator: ", ") }
        return text
    }
}

extension InstallationError {
    static func missingDriver(searched: [String]) -> Self {
        Self(
            code: .driverMissing,
            message: "no chromedriver was found",
            searched: searched,
            advice: "Install it (Debian: apt-get install chromium-driver), or name it with --driver"
        )
    }

    static func missingBrowser(searched: [String]) -> Self {
        Self(
            code: .browserMissing,
            message: "no Chromium or Chrome was found",
            searched: searched,
            advice: "Install it (Debian: apt-get install chromium-headless-shell), or name it with --browser"
        )
    }

    static func notExecutable(_ path: String, option: String) -> Self {
        Self(
            code: .notExecutable,
            message: "\(path) is not a file that can be executed",
            advice: "Name the executable itself with \(option)"
        )
    }
}
