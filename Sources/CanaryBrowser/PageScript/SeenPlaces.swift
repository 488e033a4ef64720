import CanaryModel

/// Where in a view an element lies that was brought into it, and what covers it (`locate.js`).
struct SeenPlaces: Codable, Sendable {
    var element: SeenPlace?
    var cover: SeenPlace?
    /// Where documents around may be asked for a cover.
    var point: SeenPoint?
}

/// A part of a view, in CSS px.
struct SeenPlace: Codable, Sendable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    /// The box around it as it is seen from outside of its frame.
    func mapped(by map: FrameMap) -> SeenPlace {
        let corners = [(x, y), (x + width, y), (x, y + height), (x + width, y + height)]
            .map { map(SeenPoint(x: $0, y: $1)) }
        let (xs, ys) = (corners.map(\.x), corners.map(\.y))
        let (left, top) = (xs.min() ?? x, ys.min() ?? y)
        return SeenPlace(
            x: left,
            y: top,
            width: (xs.max() ?? left) - left,
            height: (ys.max() ?? top) - top
        )
    }
}

/// The size of a view, in CSS px.
struct SeenSize: Decodable, Sendable {
    var width: Int
    var height: Int
}

/// Whether what failed is there to be shown.
struct SeenShown: Decodable, Sendable {
    var isThere: Bool?
}

/// Where in a picture the frames are drawn.
struct SeenRegions: Sendable {
    var element: PictureRegion?
    var cover: PictureRegion?

    init() {}

    init(_ places: SeenPlaces, in viewport: Viewport) {
        element = places.element.map { PictureRegion(.element, $0, in: viewport) }
        cover = places.cover.map { PictureRegion(.cover, $0, in: viewport) }
    }
}

extension PictureRegion {
    fileprivate init(_ content: Content, _ place: SeenPlace, in viewport: Viewport) {
        self.init(
            content,
            x: place.x,
            y: place.y,
            width: place.width,
            height: place.height,
            isDrawn: true,
            viewport: viewport
        )
    }
}
