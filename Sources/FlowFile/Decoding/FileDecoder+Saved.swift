import CanaryModel

extension FileDecoder {
    /// Where a saved value is read, such as `{ text: T }` or `{ title: true }`.
    func savedReading(_ node: JSON5Node, _ name: String) -> Reading? {
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
        guard let reading = reading(key, kind, members) else { return nil }
        return reading.target != nil || isTrue(kind) ? reading : nil
    }

    /// What is read, by its kind: of an element that stands in its value, or of the page.
    func reading(_ kind: Reading.Kind, _ member: JSON5Member, _ members: [JSON5Member]) -> Reading? {
        func target() -> Target? { self.target(member.value, member.key) }
        switch kind {
        case .text: return target().map(Reading.text)
        case .value: return target().map(Reading.value)
        case .count: return target().map(Reading.count)
        case .attribute:
            let name = attributeName(members["name"], of: member)
            guard let target = target(), let name else { return nil }
            return .attribute(target, name: name)
        case .title: return .title
        case .url: return .url
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
            report(member.value, "\(TerminalText.quoted(name.shown)) is not an attribute name")
            return nil
        }
        return name.text
    }
}
