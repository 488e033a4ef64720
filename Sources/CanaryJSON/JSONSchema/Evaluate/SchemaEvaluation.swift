import CanaryModel

/// One check of a value.
///
/// What a shared schema says of a part of the value is kept, so that no value takes time that is
/// exponential in its depth.
final class SchemaEvaluation {
    private struct Question: Hashable {
        let schema: Int
        let instance: ObjectIdentifier
    }

    let schema: JSONSchema
    private var known: [Question: SchemaOutcome] = [:]
    private var depth = 0
    /// Set where the value is too deep; all answers after that mean nothing.
    private(set) var stopped: SchemaFailure?
    /// How many schemas may apply inside each other: each takes up to 4 KB of stack.
    private let maximumDepth: Int
    /// The maximum on a caller's thread.
    static let smallDepth = 50
    /// The maximum on a thread of ``DeepStack``.
    static let largeDepth = 2000

    init(of schema: JSONSchema, maximumDepth: Int) {
        self.schema = schema
        self.maximumDepth = maximumDepth
    }

    /// All violations of the whole value.
    func violations(of value: JSONValue) -> [JSONSchemaViolation] {
        let whole = SchemaInstance(value)
        let outcome = evaluate(0, whole)
        if let stopped { return [stopped.violation] }
        return outcome.failures.map(\.violation)
    }

    /// Applies a schema to a part of the value.
    func evaluate(_ index: Int, _ instance: SchemaInstance) -> SchemaOutcome {
        if stopped != nil { return SchemaOutcome() }
        guard schema.nodes[index].isShared else { return evaluateAnew(index, instance) }
        let question = Question(schema: index, instance: ObjectIdentifier(instance))
        if let outcome = known[question] { return outcome }
        let outcome = evaluateAnew(index, instance)
        known[question] = outcome
        return outcome
    }

    private func evaluateAnew(_ index: Int, _ instance: SchemaInstance) -> SchemaOutcome {
        var outcome = SchemaOutcome()
        guard depth < maximumDepth else {
            stop(index, instance)
            return outcome
        }
        depth += 1
        defer { depth -= 1 }
        assert(index, instance, into: &outcome)
        if let reference = schema.nodes[index].reference { applyAll([reference], instance, into: &outcome) }
        for applicator in schema.nodes[index].applicators where !outcome.isFull {
            apply(applicator, of: index, instance, into: &outcome)
        }
        if schema.tracksEvaluated { applyUnevaluated(index, instance, into: &outcome) }
        return outcome
    }

    private func assert(_ index: Int, _ instance: SchemaInstance, into outcome: inout SchemaOutcome) {
        if schema.nodes[index].isNever { outcome.fail(failure(index, "", instance, "is not allowed")) }
        for (keyword, assertion) in schema.nodes[index].assertions {
            for complaint in assertion.complaints(about: instance.value) {
                outcome.fail(failure(index, keyword, instance, complaint))
            }
        }
    }

    private func apply(
        _ applicator: SchemaApplicator,
        of index: Int,
        _ instance: SchemaInstance,
        into outcome: inout SchemaOutcome
    ) {
        switch applicator {
        case .allOf(let schemas): applyAll(schemas, instance, into: &outcome)
        case .anyOf(let schemas): applyAny(schemas, of: index, instance, into: &outcome)
        case .oneOf(let schemas): applyOne(schemas, of: index, instance, into: &outcome)
        case .not(let schema): applyNot(schema, of: index, instance, into: &outcome)
        case .conditional(let condition, let then, let otherwise):
            applyConditional(condition, then, otherwise, instance, into: &outcome)
        case .dependentSchemas(let schemas): applyDependent(schemas, instance, into: &outcome)
        case .items(let prefix, let rest): applyItems(prefix, rest, instance, into: &outcome)
        case .contains(let contained): applyContains(contained, of: index, instance, into: &outcome)
        case .members(let members): applyMembers(members, instance, into: &outcome)
        case .propertyNames(let schema): applyNames(schema, of: index, instance, into: &outcome)
        }
    }

    /// A failure of a schema's keyword.
    func failure(
        _ index: Int,
        _ keyword: String,
        _ instance: SchemaInstance,
        _ message: String
    ) -> SchemaFailure {
        SchemaFailure(
            instance: instance,
            schema: schema.nodes[index].pointer,
            keyword: keyword,
            message: message
        )
    }

    private func stop(_ index: Int, _ instance: SchemaInstance) {
        let message = "is too deep to be checked: more than \(maximumDepth) schemas apply inside each other"
        stopped = failure(index, "", instance, message)
    }
}
