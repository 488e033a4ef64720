import CanaryModel

extension FileDecoder {
    /// What a title, URL or message is compared with: a string, which it equals, or an object.
    func textComparisons(_ node: JSON5Node, _ subject: String) -> [Comparison] {
        guard case .object(let members) = node.value else {
            let expected = "a string or a comparison such as { contains: \"…\" }"
            return text(node, subject, takes: expected).map { [.equals($0.text)] } ?? []
        }
        let allowed = ComparisonKey.texts.map(\.rawValue)
        checkKeys(members, of: "a comparison of \(subject)", allowed: allowed)
        if members.isEmpty { report(node, "\(subject) needs one of " + allowed.joined(separator: ", ")) }
        return members.compactMap { member in
            guard let key = ComparisonKey(rawValue: member.key), ComparisonKey.texts.contains(key) else {
                return nil
            }
            return textComparison(key, member.value)
        }
    }

    /// The comparisons that stand beside a target.
    func comparisons(_ members: [JSON5Member], isNumber: Bool, isText: Bool = true) -> [Comparison] {
        members.compactMap { member in
            guard let key = ComparisonKey(rawValue: member.key) else { return nil }
            if isNumber { return countComparison(key, member) }
            if key == .equals, case .bool(let bool) = member.value.value, !isText {
                return .equals("\(bool)")
            }
            if ComparisonKey.numbers.contains(key), key != .equals || isNumberNode(member.value) {
                return number(member.value, member.key).flatMap { numberComparison(key, $0) }
            }
            return textComparison(key, member.value)
        }
    }

    private func isNumberNode(_ node: JSON5Node) -> Bool {
        if case .number = node.value { return true }
        return false
    }

    private func countComparison(_ key: ComparisonKey, _ member: JSON5Member) -> Comparison? {
        guard ComparisonKey.numbers.contains(key) else {
            report(member, "a count is compared with equals, atLeast or atMost")
            return nil
        }
        return integer(member.value, member.key, in: 0...(.max)).flatMap { numberComparison(key, Double($0)) }
    }

    private func numberComparison(_ key: ComparisonKey, _ number: Double) -> Comparison? {
        switch key {
        case .equals: .equalsNumber(number)
        case .atLeast: .atLeast(number)
        case .atMost: .atMost(number)
        default: nil
        }
    }

    private func textComparison(_ key: ComparisonKey, _ node: JSON5Node) -> Comparison? {
        guard let text = text(node, key.rawValue) else { return nil }
        if text.text.isEmpty, key != .equals {
            report(node, "\(key.rawValue) takes a text that is not empty: the empty one would always fit")
            return nil
        }
        switch key {
        case .equals: return .equals(text.text)
        case .contains: return .contains(text.text)
        case .startsWith: return .startsWith(text.text)
        case .endsWith: return .endsWith(text.text)
        case .matches: return pattern(text, node)
        case .atLeast, .atMost: return nil
        }
    }

    private func pattern(_ text: ExpandedText, _ node: JSON5Node) -> Comparison? {
        isPattern(text, node) ? .matches(text.text) : nil
    }

    /// Whether a text is a regular expression; what is only known while the flow runs is taken for one.
    func isPattern(_ text: ExpandedText, _ node: JSON5Node) -> Bool {
        guard !text.holdsSaved, let mistake = PatternCheck.mistake(in: text.text) else { return true }
        let shown = TerminalText.quoted(text.shown)
        let help = "the syntax is JavaScript's, with the u flag"
        report(node, "\(shown) is not a valid regular expression: \(mistake)", suggestion: help)
        return false
    }

    /// Reports a pattern that Swift does not take, for what is not compared in the page: messages of dialogs, and what
    /// `ignore` names.
    func checkSwift(_ comparison: Comparison?, _ subject: String, _ node: JSON5Node) {
        guard case .matches(let pattern)? = comparison, !SavedReference.isIn(pattern) else {
            return
        }
        do {
            _ = try Regex(pattern)
        } catch {
            report(node, "\(describe(node)) cannot be matched with \(subject): \(error)")
        }
    }
}
