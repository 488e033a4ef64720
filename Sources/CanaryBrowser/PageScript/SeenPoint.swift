/// A point of a viewport, in CSS pixels.
struct SeenPoint: Codable, Sendable {
    var x: Double
    var y: Double
}
