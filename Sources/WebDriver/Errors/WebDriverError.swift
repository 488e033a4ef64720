/// Why a command gave no response.
public struct WebDriverError: Error, Sendable, Hashable {
    /// What kind of failure it was.
    public let code: Code
    /// The command: `POST /session/{session id}/element`.
    public let command: String
    /// What happened, in one line for people; without stack traces and what drivers append for bug reports.
    public let message: String
    /// The driver's whole message, which classifications look at.
    public let fullMessage: String
    /// What the dialog said that was in the way.
    public let alertText: String?
    /// The reply's HTTP status; `nil` where there was no reply.
    public let status: Int?
    /// Whether the command may be sent once more on a fresh connection: nothing can have been done twice.
    public let mayBeReplayed: Bool

    /// Makes an error.
    public init(
        code: Code,
        command: String,
        message: String,
        alertText: String? = nil,
        status: Int? = nil,
        mayBeReplayed: Bool = false
    ) {
        self.code = code
        self.command = command
        self.message = Self.headline(of: message, code: code)
        self.fullMessage = message
        self.alertText = alertText
        self.status = status
        self.mayBeReplayed = mayBeReplayed
    }
}

extension WebDriverError: CustomStringConvertible {
    /// One line: `POST /session/{session id}/element: no such element: Unable to locate element: …`.
    public var description: String {
        message.isEmpty ? "\(command): \(code.name)" : "\(command): \(code.name): \(message)"
    }
}

extension WebDriverError {
    /// The first line of a driver's message, without the error's name that chromedriver puts before it.
    private static func headline(of message: String, code: Code) -> String {
        var line = message.prefix { !$0.isNewline }
        if let info = line.firstRange(of: "(Session info:") { line = line[..<info.lowerBound] }
        while line.last?.isWhitespace == true { line.removeLast() }
        while line.hasPrefix(code.name) {
            let rest = line.dropFirst(code.name.count)
            guard rest.isEmpty || rest.hasPrefix(":") else { break }
            line = rest.dropFirst().drop(while: \.isWhitespace)
        }
        return String(line)
    }
}
