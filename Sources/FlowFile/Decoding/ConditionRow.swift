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
    /// A condition on what is read of a target, which is compared beside it.
    static func compared(
        _ reading: Reading.Kind,
        parameters: [ConditionParameter] = [],
        example: String
    ) -> ConditionRow {
        ConditionRow(parameters: parameters, example: example) { file, kind, members in
            let comparisons = file.comparisons(beside: kind, members)
            guard let reading = file.reading(reading, kind, members) else { return [] }
            return comparisons.map { .reading(reading, $0) }
        }
    }
}
