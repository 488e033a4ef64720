/// Maps points of a frame to the viewport around it: `matrix(a, b, c, d, e, f)` of CSS.
struct FrameMap: Decodable, Sendable {
    private let a, b, c, d, e, f: Double

    /// Leaves points where they are.
    static let identity = FrameMap(a: 1, b: 0, c: 0, d: 1, e: 0, f: 0)

    private init(a: Double, b: Double, c: Double, d: Double, e: Double, f: Double) {
        (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
    }

    init(from decoder: any Decoder) throws {
        var numbers = try decoder.unkeyedContainer()
        (a, b) = (try numbers.decode(Double.self), try numbers.decode(Double.self))
        (c, d) = (try numbers.decode(Double.self), try numbers.decode(Double.self))
        (e, f) = (try numbers.decode(Double.self), try numbers.decode(Double.self))
    }

    /// Where a point lies outside, in CSS pixels.
    func callAsFunction(_ point: SeenPoint) -> SeenPoint {
        SeenPoint(x: a * point.x + c * point.y + e, y: b * point.x + d * point.y + f)
    }

    /// The map from a frame inside this one to the viewport around this one.
    func around(_ inner: FrameMap) -> FrameMap {
        let origin = self(SeenPoint(x: inner.e, y: inner.f))
        return FrameMap(
            a: a * inner.a + c * inner.b,
            b: b * inner.a + d * inner.b,
            c: a * inner.c + c * inner.d,
            d: b * inner.c + d * inner.d,
            e: origin.x,
            f: origin.y
        )
    }
}
