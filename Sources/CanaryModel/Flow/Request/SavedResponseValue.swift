/// A value of a response that a step keeps in a variable.
public struct SavedResponseValue: Sendable, Hashable {
    /// The variable's name.
    public let name: String
    /// What is read.
    public let reading: ResponseReading
    /// What is made of it before it is kept, each in its turn.
    public var filters: [ValueFilter] = []
    /// A regular expression of which the first group is kept, else all that it matches; `nil`: the whole value.
    public let pattern: String?
    /// What is kept where there is no value; `nil`: the step fails then.
    public let fallback: JSONValue?
    /// Whether the value is masked in all that is shown; where nothing is said, by its name, and where
    /// it says who one is, as a cookie does.
    public var isSecret: Bool
    /// What the value is, in words for a failure (`as`).
    public let label: String?

    /// Makes a pair of name and reading.
    public init(
        name: String,
        reading: ResponseReading,
        pattern: String? = nil,
        fallback: JSONValue? = nil,
        label: String? = nil
    ) {
        self.name = name
        self.reading = reading
        self.pattern = pattern
        self.fallback = fallback
        self.label = label
        isSecret = name.isSecretName || reading.isConfidential
    }
}
