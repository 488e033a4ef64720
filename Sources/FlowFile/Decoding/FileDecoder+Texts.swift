import CanaryModel

extension FileDecoder {
    /// A string with its variables put in; what a step saves stands as a mark in it.
    func text(
        _ node: JSON5Node,
        _ subject: String,
        takes expected: String = "a string",
        isURL: Bool = false
    ) -> ExpandedText? {
        guard case .string(let string) = node.value else {
            reportKind(node, subject, takes: expected)
            return nil
        }
        return expand(string, of: node, isURL: isURL)
    }

    /// A string that must be known before the flow starts.
    func constant(_ node: JSON5Node, _ subject: String, takes expected: String = "a string") -> ExpandedText?
    {
        guard let text = text(node, subject, takes: expected) else { return nil }
        guard text.holdsSaved else { return text }
        if text.isIncomplete { return nil }
        report(node, "\(subject) cannot take a value that is only known while the flow runs")
        return nil
    }

    /// A string that flows are selected by: without its value nobody can say whether the flow is wanted.
    func selecting(_ node: JSON5Node, _ subject: String) -> ExpandedText? {
        if let text = text(node, subject), text.isIncomplete {
            report(node, "\(subject) is needed to select flows, and a variable in it is not set")
        }
        return constant(node, subject)
    }

    /// A string that is shown to people: secrets and saved values stand in it as they are written.
    func label(_ node: JSON5Node, _ subject: String) -> String? {
        guard let text = text(node, subject) else { return nil }
        if text.shown.allSatisfy(\.isWhitespace) {
            report(node, "\(subject) is empty")
            return nil
        }
        return text.shown
    }

    /// A list of strings that must be known before the flow starts.
    func constants(
        _ node: JSON5Node,
        _ subject: String,
        select: Bool = false
    ) -> [(text: String, node: JSON5Node)] {
        guard case .array(let elements) = node.value else {
            reportKind(node, subject, takes: "a list of strings")
            return []
        }
        return elements.compactMap { element in
            let subject = "an element of \(subject)"
            let text = select ? selecting(element, subject) : constant(element, subject)
            return text.map { ($0.text, element) }
        }
    }

    /// Puts the variables of a string in.
    func expand(_ string: String, of node: JSON5Node, isURL: Bool = false) -> ExpandedText? {
        guard isFreeOfMarks(string, node) else { return nil }
        guard Interpolation.isNeeded(for: string) else { return ExpandedText(text: string, written: string) }
        do throws(Interpolation.Malformed) {
            return expand(try Interpolation(string), string, of: node, isURL: isURL)
        } catch {
            report(at: offset(error.offset, in: string, of: node), error.message, suggestion: Self.grammar)
            return nil
        }
    }

    /// Puts the variables of an interpolation in.
    func expand(
        _ interpolation: Interpolation,
        _ string: String,
        of node: JSON5Node,
        isURL: Bool = false
    ) -> ExpandedText? {
        guard mayExpand(node) else { return nil }
        var isBroken = false
        let (text, unset) = context.variables.expand(
            interpolation,
            of: string,
            isURL: isURL,
            isBroken: &isBroken
        )
        for reference in unset {
            if reference.isUndeclaredSecret {
                reportUndeclared(reference, at: offset(reference.offset, in: string, of: node))
                continue
            }
            reportUnset(reference, string, node)
        }
        if isBroken { return nil }
        if text.isTooLong {
            report(
                node,
                "with its variables put in, this text is longer than \(ExpandedText.maximumLength >> 20) MB",
                suggestion: "do variables multiply each other?"
            )
            return nil
        }
        context.expandedLength += text.text.utf8.count
        context.generated.formUnion(text.generated)
        return text.holdsSaved || isFreeOfMarks(text.text, node) ? text : nil
    }

    /// Whether there is room for another text with variables, and nobody has given up waiting.
    private func mayExpand(_ node: JSON5Node) -> Bool {
        if Task.isCancelled { return false }
        guard context.expandedLength > FlowContext.maximumExpandedLength else { return true }
        if !context.isExpandedTooFar {
            context.isExpandedTooFar = true
            report(
                node,
                "with variables put in, the texts of the flow are longer than "
                    + "\(FlowContext.maximumExpandedLength >> 20) MB in all",
                suggestion: "do variables multiply each other?"
            )
        }
        return false
    }

    private func reportUnset(_ reference: Variables.Unset, _ string: String, _ node: JSON5Node) {
        let place = offset(reference.offset, in: string, of: node)
        if let mistake = reference.mistake { return report(at: place, mistake) }
        if reference.name.contains(".") { return reportUnsetMember(reference.name, at: place) }
        let near = Suggestion.question(reference.name, in: context.variables.names)
        report(
            at: place,
            "the variable '\(reference.name)' is not set",
            suggestion: near ?? Self.help(unset: reference.name, in: string),
            missing: .variable(reference.name)
        )
    }

    private func reportUnsetMember(_ name: String, at place: Int) {
        guard name.hasPrefix("row.") else {
            return report(at: place, "'${\(name)}' is not a variable", suggestion: Self.grammar)
        }
        guard context.variables.row != nil else {
            return report(at: place, "'\(name)' stands in a step without 'forEach'")
        }
        let help = "write ${\(name):-default}, or unlessMissing: \"\(name)\" in what needs it"
        report(at: place, "this row has no '\(name.dropFirst(4))'", suggestion: help)
    }

    private func reportUndeclared(_ reference: Variables.Unset, at offset: Int) {
        let name = reference.name
        report(
            at: offset,
            "the variable '\(name)' has the name of a secret, and would be shown in what a run writes",
            suggestion: "add secrets: [\"\(name)\"], or run with --allow-env \(name) if it is not one"
        )
    }

    /// Whether a text holds none of the characters that marks are made of.
    private func isFreeOfMarks(_ text: String, _ node: JSON5Node) -> Bool {
        guard SavedReference.isIn(text) else { return true }
        report(node, "a string cannot hold the control characters U+0001 and U+0002")
        return false
    }

    private static let grammar = "a variable is '${NAME}' or '${NAME:-default}', a literal '${' is '$${'"

    private static func help(unset name: String, in string: String) -> String {
        // In backticks it is JavaScript's own, as likely as not.
        if string.contains("`") { return "write '$${' for a literal '${'" }
        if Variables.isSecretName(name) { return "add secrets: [\"\(name)\"], and set it in the environment" }
        return "set it with --var \(name)=… or in the environment"
    }

    /// The byte of the file at an offset of a string's UTF-8; of a string with escapes the first.
    func offset(_ offset: Int, in string: String, of node: JSON5Node) -> Int {
        // An escape is longer than what it stands for: equal lengths mean that there is none.
        let isPlain = node.range.count == string.utf8.count + 2
        return node.range.lowerBound + (isPlain ? offset + 1 : 0)
    }
}
