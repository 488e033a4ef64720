/// One tick of a scroll wheel.
public enum WheelAction: Sendable, Hashable {
    /// Scrolls by so many CSS pixels with the pointer at a place.
    case scroll(
        x: Int = 0,
        y: Int = 0,
        deltaX: Int = 0,
        deltaY: Int = 0,
        origin: ActionOrigin = .viewport,
        duration: Duration = .zero
    )
    /// Does nothing for a while; zero still takes the tick.
    case pause(Duration)
}

extension WheelAction: Encodable {
    /// Encodes the action as the specification has it.
    public func encode(to encoder: any Encoder) throws {
        var item: ActionItem
        switch self {
        case .scroll(let x, let y, let deltaX, let deltaY, let origin, let duration):
            item = ActionItem("scroll")
            (item.x, item.y, item.deltaX, item.deltaY) = (x, y, deltaX, deltaY)
            (item.origin, item.duration) = (origin, duration.wholeMilliseconds)
        case .pause(let duration): item = ActionItem(pause: duration)
        }
        try item.encode(to: encoder)
    }
}
