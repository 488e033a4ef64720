/// A reference to the window of a frame, as a script returns or takes it.
///
/// Coded as the [web frame](https://www.w3.org/TR/webdriver2/#window-handles) object. Switching to a frame takes
/// its element or index, see ``FrameReference``.
public struct FrameHandle: Codable, Hashable, Sendable {
    /// The driver's name for it: opaque, not to be taken apart.
    public let reference: String

    /// Makes one of the driver's reference.
    public init(reference: String) {
        self.reference = reference
    }

    private enum CodingKeys: String, CodingKey {
        case reference = "frame-075b-4da1-b6ba-e579c2d3230a"
    }
}
