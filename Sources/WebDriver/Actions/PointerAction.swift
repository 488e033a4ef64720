/// One tick of a pointer.
public enum PointerAction: Sendable, Hashable {
    /// Moves, at once or over a duration.
    case move(x: Int, y: Int, origin: ActionOrigin = .viewport, duration: Duration = .zero)
    /// Presses a button: 0 left or touch, 1 middle, 2 right.
    case down(button: Int = 0, PointerContact = PointerContact())
    /// Lets it go.
    case up(button: Int = 0)
    /// Ends a touch without lifting it; not known to every driver.
    case cancel
    /// Does nothing for a while; zero still takes the tick.
    case pause(Duration)

    /// Moves to the middle of an element.
    public static func move(to element: Element) -> Self { .move(x: 0, y: 0, origin: .element(element)) }
}

extension PointerAction: Encodable {
    /// Encodes the action as the specification has it.
    public func encode(to encoder: any Encoder) throws {
        var item: ActionItem
        switch self {
        case .move(let x, let y, let origin, let duration):
            item = ActionItem("pointerMove")
            (item.x, item.y, item.origin, item.duration) = (x, y, origin, duration.wholeMilliseconds)
        case .down(let button, let contact):
            item = ActionItem("pointerDown")
            item.button = button
            try contact.encode(to: encoder)
        case .up(let button):
            item = ActionItem("pointerUp")
            item.button = button
        case .cancel: item = ActionItem("pointerCancel")
        case .pause(let duration): item = ActionItem(pause: duration)
        }
        try item.encode(to: encoder)
    }
}
