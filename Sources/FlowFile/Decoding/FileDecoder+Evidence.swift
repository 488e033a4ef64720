import CanaryModel

extension FileDecoder {
    /// The `evidence` of a flow.
    func evidence(_ node: JSON5Node) -> EvidenceOptions {
        var options = EvidenceOptions()
        guard case .object(let members) = node.value else {
            reportKind(node, "evidence", takes: "an object such as { screenshots: \"failures\", har: false }")
            return options
        }
        checkKeys(
            members,
            of: "evidence",
            allowed: ["screenshots", "console", "har", "bodies", "dom", "mask"]
        )
        if let kept = members["screenshots"].flatMap({ screenshots($0.value) }) { options.screenshots = kept }
        for (key, option) in Self.evidenceSwitches {
            if let isOn = members[key].flatMap({ bool($0.value, key) }) { options[keyPath: option] = isOn }
        }
        options.mask = members["mask"].map { mask($0.value) } ?? []
        if let bodies = members["bodies"], options.bodies, !options.har {
            report(
                bodies,
                "the bodies are kept in the HAR, which is off here",
                suggestion: "leave one of them out"
            )
        }
        return options
    }

    private static let evidenceSwitches: [(String, any WritableKeyPath<EvidenceOptions, Bool> & Sendable)] = [
        ("console", \.console), ("har", \.har), ("bodies", \.bodies), ("dom", \.dom),
    ]

    private func screenshots(_ node: JSON5Node) -> EvidenceOptions.Screenshots? {
        let expected = "\"all\", \"failures\" or \"none\""
        guard let text = constant(node, "screenshots", takes: expected) else { return nil }
        if let kept = EvidenceOptions.Screenshots(rawValue: text.text) { return kept }
        let known = EvidenceOptions.Screenshots.allCases.map(\.rawValue)
        report(
            node,
            "screenshots takes \(expected), got \(TerminalText.quoted(text.shown, limit: 40))",
            suggestion: Suggestion.question(text.text, in: known)
        )
        return nil
    }

    /// The targets of a `mask`: one, or a list of them; each is painted over wherever it matches.
    func mask(_ node: JSON5Node) -> [Target] {
        guard case .array(let elements) = node.value else {
            return targetWithoutAlternatives(node, "mask", place: .target).map { [$0] } ?? []
        }
        if elements.isEmpty { report(node, "mask names no target") }
        return elements.compactMap { targetWithoutAlternatives($0, "mask", place: .target) }
    }

    /// The `screenshot` of a step.
    func screenshot(_ node: JSON5Node) -> StepScreenshot? {
        switch node.value {
        case .bool(let isWanted): return isWanted ? .viewport : StepScreenshot.none
        case .string("full"): return .fullPage
        case .string(let word) where Self.isMisspeltScreenshot(word):
            report(
                node,
                "screenshot takes true, false, \"full\" or a target, got \(TerminalText.quoted(word))",
                suggestion: "\"full\" is the whole page, true what is in view"
            )
            return nil
        case .string, .object:
            return targetWithoutAlternatives(node, "screenshot", place: .target).map(StepScreenshot.element)
        default:
            reportKind(node, "screenshot", takes: "true, false, \"full\" or a target such as \"#chart\"")
            return nil
        }
    }

    /// Whether a word, which could be a CSS selector, is what other tools call a kind of picture, or is nearly "full".
    private static func isMisspeltScreenshot(_ word: String) -> Bool {
        let words = [
            "viewport", "fullpage", "page", "all", "failures", "failure", "none", "off", "on", "true",
            "false",
        ]
        return words.contains(word.lowercased()) || Suggestion.nearest(to: word, in: ["full"]) != nil
    }
}
