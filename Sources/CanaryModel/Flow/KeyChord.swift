/// A key with the modifiers held while it is pressed, such as `Control+Shift+A`.
public struct KeyChord: Sendable, Hashable {
    /// The modifiers in the order written: `Control Shift Alt Meta`.
    public let modifiers: [Key]
    /// The key pressed last.
    public let key: Key
    /// The chord as written.
    public let written: String

    /// Makes a chord from its keys.
    public init(modifiers: [Key] = [], key: Key, written: String) {
        self.modifiers = modifiers
        // A driver holds Shift for an upper-case letter, which `Control+A` does not mean.
        let shift = Key(named: "Shift")
        self.key = modifiers.isEmpty || modifiers.contains { $0 == shift } ? key : key.lowercased
        self.written = written
    }
}
