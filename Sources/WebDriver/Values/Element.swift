/// A reference to an element of a page.
///
/// Good for the document and the frame in which it was found: later it is a `stale element reference`, in
/// another frame `no such element`. Coded as the
/// [web element](https://www.w3.org/TR/webdriver2/#elements) object, also inside script arguments and results.
public struct Element: Codable, Hashable, Sendable {
    /// The driver's name for it: opaque, not to be taken apart.
    public let reference: String

    /// Makes one of the driver's reference.
    public init(reference: String) {
        self.reference = reference
    }

    private enum CodingKeys: String, CodingKey {
        case reference = "element-6066-11e4-a52e-4f735466cecf"
    }
}
