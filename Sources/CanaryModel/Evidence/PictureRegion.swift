/// A part of a screenshot of the viewport: where an element lay when it was taken.
public struct PictureRegion: Sendable, Hashable, Codable {
    /// What lies there.
    public enum Content: String, Sendable, Hashable, Codable {
        /// The element that the target names.
        case element
        /// What covers it.
        case cover
    }

    /// What lies there.
    public var content: Content
    /// The left edge, in CSS px from the left of the viewport; may be outside of it.
    public var x: Double
    /// The upper edge, in CSS px from the top of the viewport.
    public var y: Double
    /// The width, in CSS px.
    public var width: Double
    /// The height, in CSS px.
    public var height: Double
    /// The size of the viewport: what the whole picture shows.
    public var viewport: Viewport

    /// Makes a region.
    public init(
        _ content: Content,
        x: Double,
        y: Double,
        width: Double,
        height: Double,
        viewport: Viewport
    ) {
        self.content = content
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.viewport = viewport
    }
}
