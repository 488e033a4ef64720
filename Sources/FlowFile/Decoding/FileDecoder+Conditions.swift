import CanaryModel

extension FileDecoder {
    /// The conditions of `expect` or `waitFor`: one or a list.
    func conditions(_ node: JSON5Node, _ subject: String) -> [Condition] {
        guard case .array(let elements) = node.value else { return condition(node, subject) }
        if elements.isEmpty { report(node, "\(subject) holds no condition") }
        return elements.flatMap { condition($0, subject) }
    }

    /// One condition; with two comparisons it stands for two that must both hold.
    private func condition(_ node: JSON5Node, _ subject: String) -> [Condition] {
        guard case .object(let members) = node.value else {
            reportKind(node, subject, takes: "a condition such as { visible: \"#menu\" }")
            return []
        }
        guard let (key, kind) = kind(members, node) else { return [] }
        let found = key.row.decode(self, kind, members)
        let name = members["as"].flatMap { label($0.value, "as") }
        let isNegated = members["not"].flatMap { bool($0.value, "not") } ?? false
        if isNegated, found.count > 1, let not = members["not"] {
            report(not, "'not' needs a condition with one comparison")
        }
        let position = place(of: node, kind)
        return found.map { Condition($0, name: name, isNegated: isNegated, position: position) }
    }

    /// The one key that says what is looked at; notes the keys that do not go with it.
    private func kind(_ members: [JSON5Member], _ node: JSON5Node) -> (Condition.Key, JSON5Member)? {
        let kinds = members.filter { Condition.Key(rawValue: $0.key) != nil }
        for member in members where ConditionKey(member.key) == nil {
            reportUnknown(member, hasKind: !kinds.isEmpty)
        }
        guard let kind = kinds.first, let key = Condition.Key(rawValue: kind.key) else {
            let isOnlyModified = members.allSatisfy { ConditionKey($0.key) != nil }
            if isOnlyModified { report(node, "a condition needs one of \(Self.allKinds)") }
            return nil
        }
        for other in kinds.dropFirst() {
            let pair = "'\(kind.key)' and '\(other.key)'"
            let help = "make two conditions of it"
            report(other, "a condition is of one kind, this one has \(pair)", suggestion: help)
        }
        checkParameters(members, of: key)
        return (key, kind)
    }

    private static let allKinds = Condition.Key.allCases.map(\.rawValue).joined(separator: ", ")

    private func checkParameters(_ members: [JSON5Member], of kind: Condition.Key) {
        for parameter in ConditionParameter.allCases where !kind.row.parameters.contains(parameter) {
            guard let member = members[parameter.rawValue] else { continue }
            let owners = parameter.owners.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            let help = parameter == .name ? "a name for people is given with 'as'" : nil
            report(member, "'\(parameter.rawValue)' goes with \(owners)", suggestion: help)
        }
    }

    private func reportUnknown(_ member: JSON5Member, hasKind: Bool) {
        let key = TerminalText.quoted(member.key)
        let near =
            ConditionKey.synonym(of: member.key) ?? Suggestion.nearest(to: member.key, in: ConditionKey.all)
        let all = hasKind ? nil : "the kinds are \(Self.allKinds)"
        report(
            member,
            hasKind ? "unknown key \(key) in a condition" : "unknown condition \(key)",
            suggestion: near.map { "did you mean '\($0)'?" } ?? all
        )
    }
}
