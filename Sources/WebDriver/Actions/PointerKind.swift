/// What a pointer is.
public enum PointerKind: String, Encodable, Sendable, Hashable {
    /// A mouse.
    case mouse
    /// A pen.
    case pen
    /// A finger.
    case touch
}
