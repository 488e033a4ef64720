/// A point of a viewport, in CSS pixels.
struct SeenPoint: Codable, Sendable, Hashable {
    var x: Double
    var y: Double
}
