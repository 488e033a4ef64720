import CanaryModel

extension SchemaEvaluation {
    /// `prefixItems` and `items`.
    func applyItems(
        _ prefix: [Int],
        _ rest: Int?,
        _ instance: SchemaInstance,
        into outcome: inout SchemaOutcome
    ) {
        guard case .array(let elements) = instance.value else { return }
        for index in elements.indices where !outcome.isFull {
            guard let schema = index < prefix.count ? prefix[index] : rest else { break }
            outcome.fail(evaluate(schema, instance.child(at: index)))
        }
        guard schema.tracksEvaluated else { return }
        outcome.evaluated.formUnion(0..<min(prefix.count, elements.count))
        if rest != nil { outcome.evaluatedAll = true }
    }

    /// `contains`, `minContains` and `maxContains`.
    func applyContains(
        _ contained: ContainedItems,
        of index: Int,
        _ instance: SchemaInstance,
        into outcome: inout SchemaOutcome
    ) {
        guard case .array(let elements) = instance.value else { return }
        let matching = elements.indices.filter { index in
            evaluate(contained.schema, instance.child(at: index)).isValid
        }
        if schema.tracksEvaluated { outcome.evaluated.formUnion(matching) }
        if matching.count < contained.minimum {
            let keyword = contained.minimum == 1 ? "contains" : "minContains"
            let wanted = "at least \(Self.matching(contained.minimum)), has \(matching.count)"
            outcome.fail(failure(index, keyword, instance, "must have " + wanted))
        } else if let maximum = contained.maximum, matching.count > maximum {
            let wanted = "at most \(Self.matching(maximum)), has \(matching.count)"
            outcome.fail(failure(index, "maxContains", instance, "must have " + wanted))
        }
    }

    private static func matching(_ count: Int) -> String {
        JSONValue.counted(count, "element") + " that match\(count == 1 ? "es" : "") 'contains'"
    }

    /// `properties`, `patternProperties` and `additionalProperties`.
    func applyMembers(
        _ members: MemberSchemas,
        _ instance: SchemaInstance,
        into outcome: inout SchemaOutcome
    ) {
        guard case .object(let object) = instance.value else { return }
        for index in object.indices where !outcome.isFull {
            let schemas = members.schemas(for: object.keys[index])
            for schema in schemas { outcome.fail(evaluate(schema, instance.child(at: index))) }
            if schema.tracksEvaluated, !schemas.isEmpty { outcome.evaluated.insert(index) }
        }
    }

    /// `propertyNames`.
    func applyNames(
        _ schema: Int,
        of index: Int,
        _ instance: SchemaInstance,
        into outcome: inout SchemaOutcome
    ) {
        guard case .object(let object) = instance.value else { return }
        for index in object.indices where !outcome.isFull {
            let name = "has the member '\(JSONValue.named(object.keys[index]))', whose name "
            for failed in evaluate(schema, instance.name(at: index, of: object)).failures {
                outcome.fail(
                    SchemaFailure(
                        instance: instance,
                        schema: failed.schema,
                        keyword: failed.keyword,
                        message: name + failed.wording
                    )
                )
            }
        }
    }

    /// `unevaluatedItems` and `unevaluatedProperties`.
    func applyUnevaluated(_ index: Int, _ instance: SchemaInstance, into outcome: inout SchemaOutcome) {
        let node = schema.nodes[index]
        let count: Int
        let schema: Int
        switch instance.value {
        case .array(let elements):
            guard let unevaluated = node.unevaluatedItems else { return }
            (count, schema) = (elements.count, unevaluated)
        case .object(let object):
            guard let unevaluated = node.unevaluatedProperties else { return }
            (count, schema) = (object.count, unevaluated)
        case .null, .bool, .number, .string: return
        }
        if outcome.evaluatedAll { return }
        for place in 0..<count where !outcome.isFull && !outcome.evaluated.contains(place) {
            outcome.fail(evaluate(schema, instance.child(at: place)))
        }
        outcome.evaluatedAll = true
    }
}
