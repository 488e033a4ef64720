public import CanaryModel

/// Why a run could not begin, or one of its steps could not.
public struct RunError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public let code: FailureCode
    /// What was attempted and what came of it, in a sentence.
    public let description: String
    /// What to do about it.
    public let help: String?

    /// Makes an error.
    public init(_ code: FailureCode, _ description: String, help: String? = nil) {
        self.code = code
        self.description = description
        self.help = help
    }
}
