/// What came of applying a schema to a value.
struct SchemaOutcome {
    /// At most so many are kept, and reported.
    static let limit = 50

    private(set) var failures: [SchemaFailure] = []
    /// The elements or members that were looked at, by index.
    var evaluated: Set<Int> = []
    /// Whether all of them were; also where alternatives failed, and it is not known which were.
    var evaluatedAll = false

    var isValid: Bool { failures.isEmpty }
    /// Whether no more failures are taken.
    var isFull: Bool { failures.count >= Self.limit }

    mutating func fail(_ failure: SchemaFailure) {
        if !isFull { failures.append(failure) }
    }

    /// Takes the failures of another outcome over.
    mutating func fail(_ other: SchemaOutcome) {
        if !other.isValid { failures.append(contentsOf: other.failures.prefix(Self.limit - failures.count)) }
    }

    /// Takes over what another schema for the same value has looked at.
    mutating func takeEvaluated(_ other: SchemaOutcome) {
        evaluatedAll = evaluatedAll || other.evaluatedAll
        evaluated.formUnion(other.evaluated)
    }
}
