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
    /// Whether the picture itself has a frame there.
    public var isDrawn: Bool
    /// The size of the viewport: what the whole picture shows.
    public var viewport: Viewport

    /// Makes a region.
    public init(
        _ content: Content,
        x: Double,
        y: Double,
        width: Double,
        height: Double,
        isDrawn: Bool = false,
        viewport: Viewport
    ) {
        self.content = content
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.isDrawn = isDrawn
        self.viewport = viewport
    }
}

extension PictureRegion {
    /// Reads one; earlier versions drew no frame into the picture, and do not say so.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        content = try container.decode(Content.self, forKey: .content)
        x = try container.decode(Double.self, forKey: .x)
        y = try container.decode(Double.self, forKey: .y)
        width = try container.decode(Double.self, forKey: .width)
        height = try container.decode(Double.self, forKey: .height)
        isDrawn = try container.decodeIfPresent(Bool.self, forKey: .isDrawn) ?? false
        viewport = try container.decode(Viewport.self, forKey: .viewport)
    }
}
