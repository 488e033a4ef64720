/// One tick of a keyboard.
public enum KeyAction: Sendable, Hashable {
    /// Presses a key: a character, or the code point of a ``SpecialKey``.
    case down(String)
    /// Lets it go.
    case up(String)
    /// Does nothing for a while; zero still takes the tick.
    case pause(Duration)

    /// Presses a special key.
    public static func down(_ key: SpecialKey) -> Self { .down(key.rawValue) }

    /// Lets a special key go.
    public static func up(_ key: SpecialKey) -> Self { .up(key.rawValue) }
}

extension KeyAction: Encodable {
    /// Encodes the action as the specification has it.
    public func encode(to encoder: any Encoder) throws {
        var item: ActionItem
        switch self {
        case .down(let key):
            item = ActionItem("keyDown")
            item.value = key
        case .up(let key):
            item = ActionItem("keyUp")
            item.value = key
        case .pause(let duration): item = ActionItem(pause: duration)
        }
        try item.encode(to: encoder)
    }
}
