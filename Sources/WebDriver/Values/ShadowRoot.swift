/// A reference to an element's shadow root.
///
/// Coded as the [shadow root](https://www.w3.org/TR/webdriver2/#shadow-root) object, also inside script
/// arguments and results.
public struct ShadowRoot: Codable, Hashable, Sendable {
    /// The driver's name for it: opaque, not to be taken apart.
    public let reference: String

    /// Makes one of the driver's reference.
    public init(reference: String) {
        self.reference = reference
    }

    private enum CodingKeys: String, CodingKey {
        case reference = "shadow-6066-11e4-a52e-4f735466cecf"
    }
}
