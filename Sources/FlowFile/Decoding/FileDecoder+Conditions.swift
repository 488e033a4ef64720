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
        let found = kinds(key, kind, members)
        let name = members["as"].flatMap { label($0.value, "as") }
        let isNegated = members["not"].flatMap { bool($0.value, "not") } ?? false
        if isNegated, found.count > 1, let not = members["not"] {
            report(not, "'not' needs a condition with one comparison")
        }
        let position = place(of: node, kind)
        return found.map { Condition($0, name: name, isNegated: isNegated, position: position) }
    }

    /// The one key that says what is looked at; notes the keys that do not go with it.
    private func kind(_ members: [JSON5Member], _ node: JSON5Node) -> (ConditionKey, JSON5Member)? {
        let kinds = members.filter { ConditionKey(rawValue: $0.key)?.isKind ?? false }
        for member in members where ConditionKey(rawValue: member.key) == nil {
            reportUnknown(member, hasKind: !kinds.isEmpty)
        }
        guard let kind = kinds.first, let key = ConditionKey(rawValue: kind.key) else {
            let isOnlyModified = members.allSatisfy { ConditionKey(rawValue: $0.key) != nil }
            let all = ConditionKey.kinds.joined(separator: ", ")
            if isOnlyModified { report(node, "a condition needs one of " + all) }
            return nil
        }
        for other in kinds.dropFirst() {
            let pair = "'\(kind.key)' and '\(other.key)'"
            let help = "make two conditions of it"
            report(other, "a condition is of one kind, this one has \(pair)", suggestion: help)
        }
        if let name = members["name"], key != .attribute {
            report(name, "'name' goes with 'attribute'", suggestion: "a name for people is given with 'as'")
        }
        if let args = members["args"], key != .script { report(args, "'args' goes with 'script'") }
        return (key, kind)
    }

    private func reportUnknown(_ member: JSON5Member, hasKind: Bool) {
        let key = TerminalText.quoted(member.key)
        let near =
            ConditionKey.synonym(of: member.key)?.rawValue
            ?? Suggestion.nearest(to: member.key, in: ConditionKey.all)
        let all = hasKind ? nil : "the kinds are " + ConditionKey.kinds.joined(separator: ", ")
        report(
            member,
            hasKind ? "unknown key \(key) in a condition" : "unknown condition \(key)",
            suggestion: near.map { "did you mean '\($0)'?" } ?? all
        )
    }
}
