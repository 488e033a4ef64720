/// What has a URI of its own: the document, and each schema with `$id`.
struct SchemaResource {
    /// Where it stands, as a JSON Pointer.
    let pointer: String
    /// Its schemas with `$anchor`, by that name.
    var anchors: [String: Int] = [:]
}
