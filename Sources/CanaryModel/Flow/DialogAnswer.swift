/// How a dialog (`alert`, `confirm`, `prompt`) is answered.
public struct DialogAnswer: Sendable, Hashable {
    /// Whether it is accepted (OK) or dismissed (Cancel).
    public let accepts: Bool
    /// What to type into a prompt first.
    public let value: String?
    /// What the dialog's message must be.
    public let message: Comparison?

    /// Makes an answer.
    public init(accepts: Bool, value: String? = nil, message: Comparison? = nil) {
        self.accepts = accepts
        self.value = value
        self.message = message
    }
}
