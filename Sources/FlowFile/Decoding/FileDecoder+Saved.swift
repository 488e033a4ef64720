import CanaryModel

extension FileDecoder {
    /// Where a saved value is read, such as `{ text: T }` or `{ title: true }`.
    func reading(_ node: JSON5Node, _ name: String) -> Reading? {
        let kinds = Reading.Kind.allCases.map(\.rawValue)
        guard case .object(let members) = node.value else {
            reportKind(node, name, takes: "what to save, such as { text: \"#total\" }")
            return nil
        }
        checkKeys(members, of: "a saved value", allowed: kinds + ["name"])
        let found = members.filter { kinds.contains($0.key) }
        guard let kind = found.first, let key = Reading.Kind(rawValue: kind.key) else {
            if members.isEmpty { report(node, "a saved value needs one of " + kinds.joined(separator: ", ")) }
            return nil
        }
        for other in found.dropFirst() {
            report(other, "a saved value has one source, this one has '\(kind.key)' and '\(other.key)'")
        }
        if kind.key != "attribute", let name = members["name"] {
            report(name, "'name' goes with 'attribute'")
        }
        return reading(key, kind, members)
    }

    private func reading(
        _ key: Reading.Kind,
        _ kind: JSON5Member,
        _ members: [JSON5Member]
    ) -> Reading? {
        switch key {
        case .text: return target(kind.value, "text").map(Reading.text)
        case .value: return target(kind.value, "value").map(Reading.value)
        case .count: return target(kind.value, "count").map(Reading.count)
        case .attribute:
            let name = attributeName(members["name"], of: kind)
            guard let target = target(kind.value, "attribute"), let name else { return nil }
            return .attribute(target, name: name)
        case .title: return isTrue(kind) ? .title : nil
        case .url: return isTrue(kind) ? .url : nil
        }
    }

    /// The name that stands beside `attribute`.
    func attributeName(_ member: JSON5Member?, of kind: JSON5Member) -> String? {
        guard let member else {
            report(kind, "'attribute' needs 'name'", suggestion: "add name: \"href\"")
            return nil
        }
        guard let name = text(member.value, "name") else { return nil }
        if name.text.isEmpty || name.text.contains(where: \.isWhitespace) {
            report(member.value, "\(TerminalText.quoted(name.shown)) is no name of an attribute")
            return nil
        }
        return name.text
    }
}
