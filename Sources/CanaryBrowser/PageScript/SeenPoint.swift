/// A point of a viewport, in CSS pixels.
struct SeenPoint: Decodable, Sendable {
    var x: Double
    var y: Double
}
