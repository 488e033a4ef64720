/// A `$ref` that is to be resolved when all schemas are known.
struct SchemaReference {
    /// The schema in which it stands, among the nodes.
    let node: Int
    let keyword: SchemaKeyword
    /// What it stands for.
    let target: SchemaURI
}
