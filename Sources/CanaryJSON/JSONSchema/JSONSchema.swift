package import CanaryModel

/// A JSON Schema of draft 2020-12, compiled once to check any number of values.
///
/// What it does not know is an error of compiling, never skipped.
package struct JSONSchema: Sendable {
    /// The schemas of the document; the first is the whole.
    let nodes: [SchemaNode]
    /// Whether any of them asks what other keywords have left over (`unevaluatedItems`…).
    let tracksEvaluated: Bool
    /// Whether values in it (`const`…) have so many levels that comparing them takes much stack.
    private let isDeep: Bool

    /// Compiles a schema.
    ///
    /// - Parameters:
    ///   - document: The schema: an object or a boolean.
    ///   - assertsFormats: Whether `format` is checked, for the formats of `SchemaFormat`; else it is
    ///     a note.
    /// - Throws: ``JSONSchemaError`` for a keyword that is unknown, not supported or has a wrong value, for a
    ///   reference that leads nowhere, and for references that lead in a circle.
    package init(_ document: JSONValue, assertsFormats: Bool = false) throws(JSONSchemaError) {
        let compile = { @Sendable in
            Result { () throws(JSONSchemaError) in
                var compiler = SchemaCompiler(document, assertsFormats: assertsFormats)
                return try compiler.compile()
            }
        }
        isDeep = document.isDeeper(than: DeepStack.maximumLevels)
        nodes = try (isDeep ? DeepStack.run(compile) : compile()).get()
        tracksEvaluated = nodes.contains { $0.unevaluatedItems != nil || $0.unevaluatedProperties != nil }
    }

    /// Checks a value: every way in which it is not as the schema says, at most 50; empty for a valid value.
    ///
    /// One violation alone says so where the value is too deep to be checked: where more than 2000 schemas
    /// apply inside each other.
    package func violations(of value: JSONValue) -> [JSONSchemaViolation] {
        if !isDeep, !value.isDeeper(than: DeepStack.maximumLevels) {
            let evaluation = SchemaEvaluation(of: self, maximumDepth: SchemaEvaluation.smallDepth)
            let violations = evaluation.violations(of: value)
            if evaluation.stopped == nil { return violations }
        }
        return DeepStack.run {
            SchemaEvaluation(of: self, maximumDepth: SchemaEvaluation.largeDepth).violations(of: value)
        }
    }
}
