public import CanaryModel

/// Why something that was asked of a page did not come about.
///
/// It says whose fault it was (``FailureCode/outcome``), but knows nothing of flows and steps.
public struct BrowserError: Error, Sendable, Hashable {
    /// What kind of failure it is.
    public var code: FailureCode
    /// What happened, in a sentence.
    public var message: String
    /// What to do about it, where something helps.
    public var help: String?
    /// What was seen, one for each target or condition that did not come to what was asked.
    public var diagnoses: [Diagnosis]
    /// How often the action was tried.
    public var attempts: Int

    /// Makes an error.
    public init(
        _ code: FailureCode,
        _ message: String,
        help: String? = nil,
        diagnoses: [Diagnosis] = [],
        attempts: Int = 1
    ) {
        self.code = code
        self.message = message
        self.help = help
        self.diagnoses = diagnoses
        self.attempts = attempts
    }
}

extension BrowserError: CustomStringConvertible {
    /// The code and the sentence.
    public var description: String { "\(code.rawValue): \(message)" }
}
