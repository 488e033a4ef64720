/// A frame as the document around it shows it (`frames.js`).
struct SeenFrame: Decodable, Sendable {
    /// Whether nothing of it can be seen.
    var isHidden: Bool
    /// Whether a person cannot see it, whatever is scrolled.
    var isUnseen: Bool
    /// Where a point in it lies in the viewport around it.
    var map: FrameMap
}
