/// What the coordinates of an action count from, in CSS pixels.
public enum ActionOrigin: Sendable, Hashable, Encodable {
    /// The viewport's top left corner.
    case viewport
    /// Where the pointer is; not for a wheel.
    case pointer
    /// The middle of what is visible of the element.
    case element(Element)

    /// Encodes `"viewport"`, `"pointer"` or the element.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .viewport: try container.encode("viewport")
        case .pointer: try container.encode("pointer")
        case .element(let element): try container.encode(element)
        }
    }
}
