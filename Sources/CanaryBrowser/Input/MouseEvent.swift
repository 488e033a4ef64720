/// An event of the mouse, as the DevTools protocol takes it.
///
/// Source: [Input.dispatchMouseEvent](https://chromedevtools.github.io/devtools-protocol/tot/Input/#method-dispatchMouseEvent).
struct MouseEvent: Encodable, Sendable {
    enum Kind: String, Encodable {
        case moved = "mouseMoved"
        case pressed = "mousePressed"
        case released = "mouseReleased"
    }

    let type: Kind
    let x: Double
    let y: Double
    let button: String
    let buttons: Int
    var clickCount = 0
    let pointerType = "mouse"
    /// The browser counts no pressure by itself: pages take a pointer without it for one that does not touch.
    let force: Double

    /// Makes an event where the mouse is; `button` is the one that it is about, of a move the one that is held: else
    /// browsers drag nothing.
    init(_ type: Kind, _ mouse: Mouse, button: Int? = nil) {
        self.type = type
        (x, y) = (mouse.point.x, mouse.point.y)
        self.button = (button ?? mouse.held.min()).map { Mouse.names[$0] ?? "left" } ?? "none"
        buttons = mouse.held.reduce(0) { $0 | (Mouse.masks[$1] ?? 0) }
        force = mouse.held.isEmpty ? 0 : 0.5
    }
}

/// The mouse, as it was left.
struct Mouse: Sendable {
    /// Where it is in the viewport of the top document.
    var point = SeenPoint(x: 0, y: 0)
    /// The buttons that are held: 0 left, 1 middle, 2 right.
    var held: Set<Int> = []

    fileprivate static let names = [0: "left", 1: "middle", 2: "right"]
    fileprivate static let masks = [0: 1, 1: 4, 2: 2]
}
