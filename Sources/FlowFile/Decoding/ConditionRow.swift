import CanaryModel

/// What a flow file says of a kind of condition.
struct ConditionRow: Sendable {
    /// What other tools call it, in lower case.
    var synonyms: [String] = []
    /// What stands beside its key.
    var parameters: [ConditionParameter] = []
    /// A condition of it, without its braces.
    let example: String
    /// What it looks at and what that must be, once for each comparison; empty where a mistake was reported.
    let decode: @Sendable (FileDecoder, JSON5Member, [JSON5Member]) -> [Condition.Kind]
}

extension ConditionRow {
    /// A condition on a target's text or number, which is compared beside it.
    static func compared(
        example: String,
        _ make: @escaping @Sendable (Target, Comparison) -> Condition.Kind
    ) -> ConditionRow {
        ConditionRow(example: example) { file, kind, members in
            let comparisons = file.comparisons(beside: kind, members)
            guard let target = file.target(kind.value, kind.key) else { return [] }
            return comparisons.map { make(target, $0) }
        }
    }
}
