/// Why a command could not do what it was asked for.
struct CommandFailure: Error, Sendable, Hashable {
    /// How canary ends because of it.
    let status: ExitStatus
    /// What was attempted, the cause, and what to do about it; a sentence without a full stop.
    let message: String
}

extension CommandFailure {
    /// Something was not found or not writable, for no fault of the command line: ends with 4.
    static func error(_ message: String) -> CommandFailure {
        CommandFailure(status: .error, message: message)
    }

    /// What the command line names does not do: ends with 2.
    static func usage(_ message: String) -> CommandFailure {
        CommandFailure(status: .usage, message: message)
    }
}
