import CanaryModel

extension FileDecoder {
    private static let narrowing = ["name", "within", "hasText", "nth", "frame"]

    /// A target as an object: one way to find it, narrowed by `within`, `hasText`, `nth` and `frame`.
    func target(_ members: [JSON5Member], _ node: JSON5Node, _ place: TargetPlace) -> Target? {
        guard checkTargetKeys(members, node) else { return nil }
        let kinds = members.filter { SelectorPrefix(rawValue: $0.key) != nil }
        let frames = members["frame"].map { self.frames($0, place) } ?? []
        let within = members["within"].map { withinTarget($0.value) }
        let hasText = members["hasText"].map { self.hasText($0.value) }
        let nth = members["nth"].map { self.integer($0.value, "nth", in: 0...(.max)) }
        guard let kind = kinds.first, kinds.count == 1, let found = strategy(kind, members) else {
            return nil
        }
        if case .some(nil) = within { return nil }
        if case .some(nil) = hasText { return nil }
        let selector = Selector(
            found.strategy,
            within: within ?? nil,
            hasText: hasText.flatMap { $0?.pattern },
            nth: nth ?? nil,
            written: Self.written(
                found.written + (hasText.flatMap { $0.map { " hasText=\($0.written)" } } ?? ""),
                within: within ?? nil,
                nth: nth ?? nil
            )
        )
        return Target(
            written: Self.written(selector.written, frames),
            alternatives: [selector],
            frame: frames
        )
    }

    private func checkTargetKeys(_ members: [JSON5Member], _ node: JSON5Node) -> Bool {
        let prefixes = SelectorPrefix.allCases.map(\.rawValue)
        let kinds = members.filter { prefixes.contains($0.key) }
        if let comparison = members.first(where: { ComparisonKey(rawValue: $0.key) != nil }) {
            report(
                comparison,
                "'\(comparison.key)' does not belong into a target",
                suggestion: "a comparison stands beside it: { text: \"#total\", contains: \"…\" }"
            )
            return false
        }
        checkKeys(members, of: "a target", allowed: prefixes + Self.narrowing)
        if kinds.isEmpty, members.allSatisfy({ Self.narrowing.contains($0.key) }) {
            report(node, "a target needs one of " + prefixes.joined(separator: ", "))
        }
        for other in kinds.dropFirst() {
            report(
                other,
                "a target is found in one way, this one has '\(kinds[0].key)' and '\(other.key)'",
                suggestion: "alternatives are a list: [\"#a\", \"text=b\"]"
            )
        }
        if let name = members["name"], members["role"] == nil { report(name, "'name' goes with 'role'") }
        return true
    }

    private func hasText(_ node: JSON5Node) -> (pattern: TextPattern, written: String)? {
        guard let text = text(node, "hasText") else { return nil }
        let pattern = TextPattern(written: text.text)
        if !pattern.text.isEmpty { return (pattern, text.text) }
        report(node, "hasText is empty")
        return nil
    }

    private func withinTarget(_ node: JSON5Node) -> Target? {
        guard case .array(let elements) = node.value else {
            return targetWithoutAlternatives(node, "within", place: .within)
        }
        let targets = elements.map { targetWithoutAlternatives($0, "within", place: .within) }
        let found = targets.compactMap(\.self)
        if elements.isEmpty { report(node, "within has an empty list of targets") }
        guard !found.isEmpty, found.count == targets.count else { return nil }
        let written = found.map(\.written).joined(separator: " or ")
        return Target(written: written, alternatives: found.flatMap(\.alternatives))
    }

    private func frames(_ member: JSON5Member, _ place: TargetPlace) -> [Target] {
        guard place != .target else { return frames(member.value) }
        let owner =
            switch place {
            case .alternative: "one of several targets"
            case .within: "'within'"
            default: "a frame"
            }
        report(
            member,
            "\(owner) has no frame of its own",
            suggestion: "give the frame to the step or to a single target"
        )
        return []
    }

    private func strategy(
        _ kind: JSON5Member,
        _ members: [JSON5Member]
    ) -> (strategy: SelectorStrategy, written: String)? {
        guard let prefix = SelectorPrefix(rawValue: kind.key), let text = text(kind.value, kind.key) else {
            return nil
        }
        let written = (prefix == .css ? "" : kind.key + "=") + text.text
        do throws(SelectorMistake) {
            guard let strategy = checked(try prefix.strategy(text.text), text, kind.value) else { return nil }
            guard let name = members["name"] else { return (strategy, written) }
            return named(strategy, name, written)
        } catch {
            report(error, in: text, kind.value)
            return nil
        }
    }

    /// A role with the name that stands beside it.
    private func named(
        _ strategy: SelectorStrategy,
        _ member: JSON5Member,
        _ written: String
    ) -> (strategy: SelectorStrategy, written: String)? {
        guard case .role(let role, let inner) = strategy, let text = text(member.value, "name") else {
            return nil
        }
        let pattern = TextPattern(written: text.text)
        if inner != nil {
            report(member, "the name of the role is given twice")
        } else if pattern.text.isEmpty {
            report(member.value, "name is empty")
        } else {
            return (.role(role, name: pattern), "\(written)[name=\(text.text)]")
        }
        return nil
    }

    private static func written(_ selector: String, within: Target?, nth: Int?) -> String {
        selector + (within.map { " within \($0.written)" } ?? "") + (nth.map { " (nth \($0))" } ?? "")
    }

    private static func written(_ selector: String, _ frames: [Target]) -> String {
        frames.isEmpty ? selector : selector + " in frame " + frames.map(\.written).joined(separator: " > ")
    }
}
