import CanaryModel

/// What came of sending a request once.
struct RequestTry {
    /// The variables, with those that the response gave.
    var saved: [String: JSONValue]
    /// Why the step does not pass by it.
    var error: (any Error)?
    /// Whether it decides the step, however often the request may be sent.
    var isConclusive: Bool
    /// How the body begins, where the step does not pass.
    var excerpt: String?
    /// The conditions that held, each with what was found.
    var held: [String] = []
    /// What of the step's `warn` does not hold, where it passes.
    var warnings: [Diagnosis] = []
}
