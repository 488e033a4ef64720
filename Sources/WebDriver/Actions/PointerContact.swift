/// How a pen or finger touches; what is `nil` is left out.
public struct PointerContact: Encodable, Sendable, Hashable {
    /// The width of the contact, in CSS pixels.
    public var width: Double?
    /// The height of the contact, in CSS pixels.
    public var height: Double?
    /// From 0 to 1.
    public var pressure: Double?
    /// From -1 to 1.
    public var tangentialPressure: Double?
    /// From -90 to 90 degrees.
    public var tiltX: Int?
    /// From -90 to 90 degrees.
    public var tiltY: Int?
    /// From 0 to 359 degrees.
    public var twist: Int?
    /// From 0 to π/2.
    public var altitudeAngle: Double?
    /// From 0 to 2π.
    public var azimuthAngle: Double?

    /// Makes a contact about which nothing is said.
    public init() {}
}
