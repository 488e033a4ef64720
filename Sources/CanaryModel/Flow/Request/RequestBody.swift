/// The body of a request.
public enum RequestBody: Sendable, Hashable {
    /// A JSON value, with the digits that its numbers were written with.
    case json(JSONValue)
    /// Fields as a form sends them (`application/x-www-form-urlencoded`).
    case form([RequestField])
    /// A text, as it is.
    case text(String)
    /// The bytes of a file, an absolute path.
    case file(String)
    /// Fields and files (`multipart/form-data`).
    case multipart([RequestPart])

    /// The media type that is sent where no header says another; of `multipart` without its boundary.
    public var mediaType: String {
        switch self {
        case .json: "application/json"
        case .form: "application/x-www-form-urlencoded"
        case .text: "text/plain; charset=utf-8"
        case .file(let path): MediaType.ofFile(path)
        case .multipart: "multipart/form-data"
        }
    }
}
