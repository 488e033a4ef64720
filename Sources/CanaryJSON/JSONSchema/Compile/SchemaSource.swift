import CanaryModel

/// A schema of the document that is to be compiled.
struct SchemaSource {
    /// Its place among the nodes.
    let node: Int
    let value: JSONValue
    /// Where it stands, as a JSON Pointer.
    let pointer: String
    /// The URI that references in it start from.
    var base: SchemaURI

    /// The value of a keyword; `nil` where it has none of that name.
    func keyword(_ name: String) -> SchemaKeyword? {
        guard case .object(let object) = value, let value = object[name] else { return nil }
        return SchemaKeyword(name: name, value: value, pointer: pointer + JSONPointer.step(name))
    }
}
