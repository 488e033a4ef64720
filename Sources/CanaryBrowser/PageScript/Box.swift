/// A part of the view, in CSS px from its upper left corner.
struct Box: Encodable, Sendable, Hashable {
    let left: Double
    let top: Double
    let width: Double
    let height: Double
}
