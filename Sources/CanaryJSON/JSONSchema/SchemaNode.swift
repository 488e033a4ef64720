/// One schema of a document, compiled.
///
/// Other schemas are named by their place among `JSONSchema.nodes`.
struct SchemaNode: Sendable {
    /// Where it stands in the document, as a JSON Pointer.
    let pointer: String
    /// Whether it is `false`.
    var isNever = false
    /// What `$ref` leads to.
    var reference: Int?
    /// What is asked of the value alone, by keyword.
    var assertions: [(keyword: String, assertion: any SchemaAssertion)] = []
    /// What applies other schemas.
    var applicators: [SchemaApplicator] = []
    var unevaluatedItems: Int?
    var unevaluatedProperties: Int?
    /// Whether several keywords apply it, so that a value can come to it more than once.
    var isShared = false

    init(pointer: String) { self.pointer = pointer }

    /// The schemas that it applies to the same value.
    var inPlace: [Int] { (reference.map { [$0] } ?? []) + applicators.flatMap(\.inPlace) }

    /// All schemas that it applies.
    var applied: [Int] {
        inPlace + applicators.flatMap(\.inside) + [unevaluatedItems, unevaluatedProperties].compactMap { $0 }
    }
}
