import CanaryModel
import WebDriver

/// One thing that the mouse does.
enum PointerStep: Sendable {
    /// Moves to a point in the viewport of the top document, at once or over a duration.
    case move(to: SeenPoint, over: Duration = .zero)
    /// Moves on from where it is.
    case moveOn(by: SeenPoint, over: Duration = .zero)
    /// Presses a button: 0 left, 2 right.
    case down(button: Int = 0)
    /// Lets it go.
    case up(button: Int = 0)
    /// Rests.
    case rest(Duration)
}

extension PointerAction {
    /// The step as the driver's own command takes it.
    init(_ step: PointerStep) {
        switch step {
        case .move(let point, let duration):
            self = .move(x: Int(clamped: point.x), y: Int(clamped: point.y), duration: duration)
        case .moveOn(let way, let duration):
            self = .move(x: Int(clamped: way.x), y: Int(clamped: way.y), origin: .pointer, duration: duration)
        case .down(let button): self = .down(button: button)
        case .up(let button): self = .up(button: button)
        case .rest(let duration): self = .pause(duration)
        }
    }
}
