import CanaryModel

extension SchemaEvaluation {
    /// The failure for a value that matches no alternative: it says how the nearest one fails.
    func nearest(of outcomes: [SchemaOutcome], _ schemas: [Int], _ failure: SchemaFailure) -> SchemaFailure {
        var failure = failure
        let distances = outcomes.map { distance($0, failure.instance) }
        let order = distances.indices.sorted { distances[$0].lexicographicallyPrecedes(distances[$1]) }
        guard let best = order.first, let first = outcomes[best].failures.first
        else { return failure }
        failure.nearest = first.nearest ?? (first.instance, first.message)
        let among = schemas.count == 1 ? "the only alternative" : "any of \(schemas.count) alternatives"
        failure.message = "does not match \(among); nearest is \(schema.nodes[schemas[best]].pointer): "
        return failure
    }

    /// How far a value is from an alternative: of another type, then with another constant (as of a
    /// discriminator), then by how much is wrong.
    private func distance(_ outcome: SchemaOutcome, _ instance: SchemaInstance) -> [Int] {
        let failures = outcome.failures
        let isOtherKind = failures.contains {
            $0.instance === instance && ($0.keyword == "type" || $0.keyword.isEmpty)
        }
        let constants = failures.count { $0.keyword == "const" || $0.keyword == "enum" }
        return [isOtherKind ? 1 : 0, constants, failures.count]
    }
}
