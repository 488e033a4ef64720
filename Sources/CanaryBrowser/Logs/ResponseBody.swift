/// The body of a reply, as the DevTools protocol's `Network.getResponseBody` gives it.
public struct ResponseBody: Decodable, Sendable {
    let body: String
    let base64Encoded: Bool

    /// The length of its text, in bytes.
    public var length: Int { body.utf8.count }
}
