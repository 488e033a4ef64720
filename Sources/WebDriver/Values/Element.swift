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

    /// Decodes the object; its reference may be one for which the decoder has another (`elementReferences`).
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let told = try container.decode(String.self, forKey: .reference)
        reference = Self.references(decoder.userInfo)?[told] ?? told
    }

    /// Encodes the object, with another reference where the encoder has one for it (`elementReferences`).
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(Self.references(encoder.userInfo)?[reference] ?? reference, forKey: .reference)
    }

    private static func references(_ info: [CodingUserInfoKey: any Any]) -> [String: String]? {
        CodingUserInfoKey.elementReferences.flatMap { info[$0] as? [String: String] }
    }
}

extension CodingUserInfoKey {
    /// Other references of elements, `[String: String]`: for whoever codes them for somebody else than the driver.
    public static let elementReferences = CodingUserInfoKey(rawValue: "WebDriver.elementReferences")
}
