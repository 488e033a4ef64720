import CanaryModel

extension FileDecoder {
    /// A target in any of its forms: a string, an object, a list of alternatives.
    func target(_ node: JSON5Node, _ subject: String) -> Target? {
        guard case .array(let elements) = node.value else {
            return targetWithoutAlternatives(node, subject, place: .target)
        }
        if elements.isEmpty { report(node, "\(subject) has an empty list of targets") }
        let targets = elements.map { targetWithoutAlternatives($0, subject, place: .alternative) }
        let found = targets.compactMap(\.self)
        guard !found.isEmpty, found.count == targets.count else { return nil }
        return Target(
            written: found.map(\.written).joined(separator: " or "),
            alternatives: found.flatMap(\.alternatives)
        )
    }

    /// The frames of a `frame`: one target, or a list from the outer to the inner one.
    func frames(_ node: JSON5Node) -> [Target] {
        guard case .array(let elements) = node.value else {
            return targetWithoutAlternatives(node, "frame", place: .frame).map { [$0] } ?? []
        }
        if elements.isEmpty { report(node, "frame names no frame") }
        return elements.compactMap { targetWithoutAlternatives($0, "frame", place: .frame) }
    }

    /// Where a target stands; only a target of its own has frames.
    enum TargetPlace: String {
        case target, alternative, within, frame
    }

    /// A target as a string or object.
    func targetWithoutAlternatives(_ node: JSON5Node, _ subject: String, place: TargetPlace) -> Target? {
        switch node.value {
        case .string:
            guard let text = text(node, subject), let strategy = strategy(text, node) else { return nil }
            return Target(Selector(strategy, written: text.text))
        case .object(let members):
            return target(members, node, place)
        case .array where place == .alternative:
            report(node, "alternatives cannot hold a list themselves")
            return nil
        default:
            reportKind(node, subject, takes: "a target such as \"#save\"")
            return nil
        }
    }

    private func strategy(_ text: ExpandedText, _ node: JSON5Node) -> SelectorStrategy? {
        do throws(SelectorMistake) {
            return checked(try SelectorStrategy(written: text.text), text, node)
        } catch {
            report(error, in: text, node)
            return nil
        }
    }

    /// The strategy, unless it clearly is none: its role is a misspelt one, its selector malformed.
    func checked(
        _ strategy: SelectorStrategy,
        _ text: ExpandedText,
        _ node: JSON5Node
    ) -> SelectorStrategy? {
        switch strategy {
        case .css(let selector):
            let mistake = text.isKnown ? CSSCheck.mistake(in: selector) : nil
            return mistake.map { report($0, "CSS selector", in: text, selector, node) } ?? strategy
        case .xpath(let expression):
            let mistake = text.isKnown ? XPathCheck.mistake(in: expression) : nil
            return mistake.map { report($0, "XPath", in: text, expression, node) } ?? strategy
        case .role(let role, _) where !Role.all.contains(role):
            // A role that is like none known may be one of a newer standard.
            guard let near = Suggestion.question(role, in: Role.names) else { return strategy }
            report(node, "unknown role \(TerminalText.quoted(role))", suggestion: near)
            return nil
        default: return strategy
        }
    }

    /// Notes where in a text a selector, its last part, is malformed.
    private func report(
        _ mistake: CSSCheck.Mistake,
        _ kind: String,
        in text: ExpandedText,
        _ selector: String,
        _ node: JSON5Node
    ) -> SelectorStrategy? {
        // Where variables were put in, the place in the file is not that in the text.
        let start = text.text.utf8.count - selector.utf8.count
        let place =
            text.text == text.written
            ? offset(start + mistake.offset, in: text.written, of: node) : node.range.lowerBound
        report(
            at: place,
            "\(TerminalText.quoted(text.shown)) is not a valid \(kind): \(mistake.reason)",
            suggestion: mistake.help
        )
        return nil
    }

    /// Notes why a text is not a selector.
    func report(_ mistake: SelectorMistake, in text: ExpandedText, _ node: JSON5Node) {
        let shown = TerminalText.quoted(text.shown)
        let prefixes = SelectorPrefix.allCases.map { $0.rawValue + "=" }
        switch mistake {
        case .empty: report(node, "the target is empty")
        case .emptyValue(let prefix): report(node, "the target names no \(prefix.rawValue)")
        case .unknownPrefix(let word):
            let near = Suggestion.question(word + "=", in: prefixes)
            let all = "the prefixes are " + prefixes.joined(separator: " ")
            report(node, "unknown target prefix '\(word)='", suggestion: near ?? all)
        case .xpathWithoutPrefix:
            report(node, "\(shown) is not a valid CSS selector", suggestion: "an XPath begins with 'xpath='")
        case .malformedRole:
            report(
                node,
                "\(shown) is not a role",
                suggestion: "write role=button or role=button[name=\"Log in\"]"
            )
        case .unknownRoleAttribute(let name):
            report(
                node,
                "unknown \(TerminalText.quoted(name)) after a role",
                suggestion: "only its name can be given: [name=\"Log in\"]"
            )
        }
    }
}
