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
        let keys = members.map { ConditionKey($0.key) }
        var kinds = zip(keys, members).compactMap { key, member in key?.kind.map { ($0, member) } }
        if kinds.contains(where: { $0.0.isOfResponse }) {
            // Beside what is read of a response, `count` and `absent` are tests.
            kinds.removeAll { ResponseTestKey(rawValue: $0.1.key) != nil }
            // And `attribute` says what is read of a cookie.
            if kinds.contains(where: { $0.0 == .response(.cookie) }) {
                kinds.removeAll { $0.1.key == "attribute" }
            }
        }
        for (key, member) in zip(keys, members) where key == nil {
            reportUnknown(member, beside: kinds.first?.0)
        }
        guard let (key, kind) = kinds.first else {
            if !keys.contains(nil) { report(node, "a condition needs one of \(Self.allKinds)") }
            return nil
        }
        for (_, other) in kinds.dropFirst() {
            let pair = "'\(kind.key)' and '\(other.key)'"
            let help = "make two conditions of it"
            report(other, "a condition is of one kind, this one has \(pair)", suggestion: help)
        }
        for case (let beside?, let member) in zip(keys, members) { check(beside, member, beside: key) }
        return (key, kind)
    }

    private static let allKinds = Condition.Key.allCases.map(\.rawValue).joined(separator: ", ")

    /// Notes a parameter of other kinds, a test of responses beside what is read of a page, and a comparison beside what is
    /// compared in its value.
    private func check(_ key: ConditionKey, _ member: JSON5Member, beside kind: Condition.Key) {
        switch (key, kind) {
        case (.parameter(let parameter), _) where !kind.row.parameters.contains(parameter):
            let owners = parameter.owners.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            let help = parameter == .name ? "a name for people is given with 'as'" : nil
            report(member, "'\(parameter.rawValue)' goes with \(owners)", suggestion: help)
        case (_, .response(.header)), (_, .response(.json)), (_, .response(.cookie)), (_, .response(.xpath)):
            break
        case (.comparison, .response), (.test, .response):
            report(member, "the comparison of '\(kind.rawValue)' stands in its value")
        case (.test, _): report(member, "'\(member.key)' goes with 'json', 'header', 'cookie' and 'xpath'")
        default: break
        }
    }

    /// Notes conditions on a response beside steps on a page, and the other way round.
    func checkConditions(_ conditions: [Condition], _ node: JSON5Node, of action: Action.Kind?) {
        for condition in conditions {
            let key = condition.kind.key
            guard case .response(let reading) = key else {
                if action?.readings != nil {
                    let help = key == .reading(.url) ? "'effectiveURL' is that of a response" : nil
                    report(
                        node,
                        "'\(key.rawValue)' is a condition on a page, not on a response",
                        suggestion: help
                    )
                }
                continue
            }
            if action?.readings?.contains(reading) == true { continue }
            let owners = [Action.Kind.request, .connect, .dns].filter {
                $0.readings?.contains(reading) == true
            }
            let names = owners.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            report(node, "'\(key.rawValue)' is a condition on a response: it goes with \(names)")
        }
    }

    /// Notes what cannot be warned of: beside what `expect` takes, a step on a page has its own duration.
    func checkWarnings(
        _ conditions: [Condition],
        _ member: JSON5Member,
        _ fields: StepFields,
        of action: Action.Kind?
    ) {
        if fields.contents.first?.key == .action(.pause) {
            report(member, "a pause has nothing to warn of")
        }
        let others = conditions.filter { action?.readings != nil || $0.kind.key != .response(.duration) }
        checkConditions(others, member.value, of: action)
    }

    private func reportUnknown(_ member: JSON5Member, beside kind: Condition.Key?) {
        let key = TerminalText.quoted(member.key)
        let near =
            ConditionKey.synonym(of: member.key) ?? Suggestion.nearest(to: member.key, in: ConditionKey.all)
        let all = kind == nil ? "the kinds are \(Self.allKinds)" : nil
        report(
            member,
            kind == nil ? "unknown condition \(key)" : "unknown key \(key) in a condition",
            suggestion: Self.help(for: member.key, beside: kind) ?? near.map { "did you mean '\($0)'?" }
                ?? all
        )
    }

    /// What is written in place of a key that other tools have.
    private static func help(for key: String, beside kind: Condition.Key?) -> String? {
        switch (key.lowercased(), kind?.isOfResponse) {
        case ("exists", true), ("exist", true), ("present", true): "write absent: false"
        case ("notequals", _), ("notequal", _), ("isnot", _), ("ne", _):
            "write equals with not: true beside it"
        case ("notcontains", _), ("doesnotcontain", _): "write contains with not: true beside it"
        case ("oneof", true), ("in", true): "write matches: \"^(a|b)$\""
        case ("length", true): "write count"
        default: nil
        }
    }
}
