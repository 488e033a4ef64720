/// A part of a `multipart/form-data` body (RFC 7578).
public struct RequestPart: Sendable, Hashable {
    /// What a part holds.
    public enum Content: Sendable, Hashable {
        /// A text.
        case text(String)
        /// The bytes of a file, an absolute path.
        case file(String)
    }

    /// The name of the field.
    public var name: String
    /// What it holds.
    public var content: Content
    /// The file name that is sent; of a file its own otherwise.
    public var fileName: String?
    /// The media type; `nil`: none for a text, and for a file what its name's ending means.
    public var mediaType: String?

    /// Makes a part.
    public init(name: String, content: Content, fileName: String? = nil, mediaType: String? = nil) {
        (self.name, self.content, self.fileName, self.mediaType) = (name, content, fileName, mediaType)
    }
}
