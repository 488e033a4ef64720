/// A violation while it is found; most of those in alternatives are never shown.
struct SchemaFailure {
    let instance: SchemaInstance
    /// The schema that says so, as a JSON Pointer.
    let schema: String
    /// Its keyword; empty for `false`.
    let keyword: String
    /// What is wrong; where the keyword has alternatives, what comes before the reason of the nearest.
    var message: String
    /// Where and how the nearest alternative fails, where the keyword has alternatives.
    var nearest: (instance: SchemaInstance, message: String)?

    /// The whole message.
    ///
    /// A path in it takes time, so it is made only of what is shown.
    var wording: String {
        guard let nearest else { return message }
        return message + (nearest.instance === instance ? "it " : nearest.instance.path + " ")
            + nearest.message
    }

    /// The violation for the caller.
    var violation: JSONSchemaViolation {
        let place = schema + (keyword.isEmpty ? "" : "/" + keyword)
        return JSONSchemaViolation(path: instance.path, keyword: place, message: wording)
    }
}
