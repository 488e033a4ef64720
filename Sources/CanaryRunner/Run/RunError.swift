public import CanaryModel

/// Why a run could not begin, or one of its steps could not, or did not pass for what the flow says of all of them.
public struct RunError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is.
    public let code: FailureCode
    /// What was attempted and what came of it, in a sentence.
    public let description: String
    /// What to do about it.
    public let help: String?
    /// How often the step was tried; 0: it was not begun.
    package let attempts: Int

    /// Whether a step needs a variable that no earlier one has saved.
    let isUnsaved: Bool

    /// Makes an error.
    public init(_ code: FailureCode, _ description: String, help: String? = nil) {
        self.init(code, description, help: help, attempts: 0)
    }

    package init(_ code: FailureCode, _ description: String, help: String?, attempts: Int) {
        self.code = code
        self.description = description
        self.help = help
        self.attempts = attempts
        isUnsaved = false
    }

    init(unsaved variable: String) {
        code = .flow
        description = "the variable \(variable) was not saved by an earlier step"
        help = "give it a default, `${\(variable):-…}`, or say `optional: true` beside the step"
        (attempts, isUnsaved) = (0, true)
    }
}
