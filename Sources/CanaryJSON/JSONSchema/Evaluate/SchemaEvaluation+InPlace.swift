import CanaryModel

extension SchemaEvaluation {
    /// `allOf` and `$ref`.
    ///
    /// What a schema that fails has looked at counts too, lest `unevaluatedProperties` names it.
    func applyAll(_ schemas: [Int], _ instance: SchemaInstance, into outcome: inout SchemaOutcome) {
        for schema in schemas {
            let other = evaluate(schema, instance)
            outcome.fail(other)
            outcome.takeEvaluated(other)
        }
    }

    /// `anyOf`.
    func applyAny(
        _ schemas: [Int],
        of index: Int,
        _ instance: SchemaInstance,
        into outcome: inout SchemaOutcome
    ) {
        var outcomes: [SchemaOutcome] = []
        var isValid = false
        for schema in schemas {
            let other = evaluate(schema, instance)
            if other.isValid {
                outcome.takeEvaluated(other)
                isValid = true
                if !self.schema.tracksEvaluated { return }
            }
            outcomes.append(other)
        }
        if isValid { return }
        outcome.evaluatedAll = true
        outcome.fail(nearest(of: outcomes, schemas, failure(index, "anyOf", instance, "")))
    }

    /// `oneOf`.
    func applyOne(
        _ schemas: [Int],
        of index: Int,
        _ instance: SchemaInstance,
        into outcome: inout SchemaOutcome
    ) {
        let outcomes = schemas.map { evaluate($0, instance) }
        let valid = outcomes.indices.filter { outcomes[$0].isValid }
        if valid.count == 1 { return outcome.takeEvaluated(outcomes[valid[0]]) }
        outcome.evaluatedAll = true
        if valid.isEmpty {
            outcome.fail(nearest(of: outcomes, schemas, failure(index, "oneOf", instance, "")))
        } else {
            let places = valid.prefix(8).map { String($0) }.joined(separator: " and ")
            let message = "must match only one of \(schemas.count) alternatives, matches \(places) (from 0)"
            outcome.fail(failure(index, "oneOf", instance, message))
        }
    }

    /// `not`.
    func applyNot(
        _ schema: Int,
        of index: Int,
        _ instance: SchemaInstance,
        into outcome: inout SchemaOutcome
    ) {
        if evaluate(schema, instance).isValid {
            outcome.fail(failure(index, "not", instance, "must not match the schema of 'not', does"))
        }
    }

    /// `if`, `then` and `else`.
    func applyConditional(
        _ condition: Int,
        _ then: Int?,
        _ otherwise: Int?,
        _ instance: SchemaInstance,
        into outcome: inout SchemaOutcome
    ) {
        let other = evaluate(condition, instance)
        if other.isValid { outcome.takeEvaluated(other) }
        if let schema = other.isValid ? then : otherwise { applyAll([schema], instance, into: &outcome) }
    }

    /// `dependentSchemas`.
    func applyDependent(
        _ schemas: [(name: String, schema: Int)],
        _ instance: SchemaInstance,
        into outcome: inout SchemaOutcome
    ) {
        guard case .object(let object) = instance.value else { return }
        for (name, schema) in schemas where object[name] != nil {
            applyAll([schema], instance, into: &outcome)
        }
    }
}
