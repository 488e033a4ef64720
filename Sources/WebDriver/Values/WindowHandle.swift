/// A reference to a top-level browsing context: a window or tab.
///
/// Commands exchange it as a string; scripts return and take it as the
/// [web window](https://www.w3.org/TR/webdriver2/#window-handles) object. It is decoded from either and encoded,
/// as a script argument, as the object.
public struct WindowHandle: Codable, Hashable, Sendable {
    /// The driver's name for it.
    public let reference: String

    /// Makes one of the driver's reference.
    public init(reference: String) {
        self.reference = reference
    }

    /// Decodes the string or the object form.
    public init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: CodingKeys.self) {  // asks which form it is
            reference = try container.decode(String.self, forKey: .reference)
        } else {
            reference = try decoder.singleValueContainer().decode(String.self)
        }
    }

    private enum CodingKeys: String, CodingKey {
        case reference = "window-fcc6-11e5-b4f8-330a88ab9d7f"
    }
}
