/// The size of a page's visible area in CSS pixels.
public struct Viewport: Sendable, Hashable, Codable {
    /// Width in CSS pixels.
    public let width: Int
    /// Height in CSS pixels.
    public let height: Int

    /// Makes a size from width and height.
    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }
}
