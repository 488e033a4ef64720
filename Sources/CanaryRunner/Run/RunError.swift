public import CanaryModel

/// Why no run could begin.
public struct RunError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public let code: FailureCode
    /// What was attempted and what came of it, in a sentence.
    public let description: String

    /// Makes an error.
    public init(_ code: FailureCode, _ description: String) {
        self.code = code
        self.description = description
    }
}
