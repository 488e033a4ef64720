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
        self.key = key
        self.written = written
    }
}
