import CanaryModel

extension FileDecoder {
    /// The comparisons of a title or a URL, which stand in its value.
    func placeTexts(_ kind: JSON5Member, _ members: [JSON5Member]) -> [Comparison] {
        refuseComparisons(
            members,
            "the comparison of '\(kind.key)' stands in its value",
            "write { \(kind.key): { contains: \"…\" } }"
        )
        return textComparisons(kind.value, kind.key)
    }

    /// A condition on a script's value, once for each comparison.
    func scripts(_ kind: JSON5Member, _ members: [JSON5Member]) -> [Condition.Kind] {
        let comparisons = comparisons(beside: kind, members)
        guard let script = script(kind, args: members["args"], save: nil) else { return [] }
        return comparisons.map { .script(script, $0) }
    }

    /// Warns of a path that would be found in a query too, where a page may stand that is not the one meant.
    func checkPaths(_ comparisons: [Comparison], _ node: JSON5Node) {
        for comparison in comparisons {
            let (key, path): (String, String)
            switch comparison {
            case .contains(let text): (key, path) = ("contains", text)
            case .endsWith(let text): (key, path) = ("endsWith", text)
            default: continue
            }
            let isPath = path.hasPrefix("/") && !path.contains { "?#=&".contains($0) }
            guard isPath, !SavedReference.isIn(path) else { continue }
            let shown = TerminalText.quoted(path)
            warn(
                node,
                "\(key) \(shown) also holds where the path stands in a query, as on a sign-in page: ?next=…",
                suggestion: "compare the path: startsWith: \(shown)"
            )
        }
    }

    /// The comparisons beside a target, of which there must be one.
    func comparisons(beside kind: JSON5Member, _ members: [JSON5Member]) -> [Comparison] {
        let isCount = kind.key == "count"
        let hasOne = members.contains { ComparisonKey(rawValue: $0.key) != nil }
        if !hasOne, !isMisplaced(in: kind.value) {
            let example = kind.key == "script" ? "equals: true" : isCount ? "atLeast: 1" : "contains: \"…\""
            report(kind, "'\(kind.key)' needs a comparison", suggestion: "add \(example)")
        }
        return comparisons(members, isNumber: isCount, isText: kind.key != "script")
    }

    /// Whether a comparison stands in the target, where it is reported.
    private func isMisplaced(in target: JSON5Node) -> Bool {
        guard case .object(let members) = target.value else { return false }
        return members.contains { ComparisonKey(rawValue: $0.key) != nil }
    }

    func refuseComparisons(_ members: [JSON5Member], _ rule: String, _ help: String? = nil) {
        for member in members where ComparisonKey(rawValue: member.key) != nil {
            report(member, rule, suggestion: help)
        }
    }
}
