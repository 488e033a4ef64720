/// A value that a `save` step reads from the page into a variable.
public struct SavedValue: Sendable, Hashable {
    /// The variable's name.
    public let name: String
    /// What is read.
    public let reading: Reading

    /// Makes a pair of name and reading.
    public init(name: String, reading: Reading) {
        self.name = name
        self.reading = reading
    }
}
