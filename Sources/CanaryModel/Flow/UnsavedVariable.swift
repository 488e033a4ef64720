/// A variable that a step needs and that no earlier step has saved.
public struct UnsavedVariable: Error, Sendable, Hashable {
    /// The variable's name.
    public let name: String

    /// Makes an error.
    public init(name: String) { self.name = name }
}
