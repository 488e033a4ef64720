import CanaryModel

extension FileDecoder {
    /// `press`, which may name a target.
    func press(_ member: JSON5Member, _ fields: StepFields) -> ActionRow.Named? {
        let target = fields[.target].map { self.target($0.value, "target") }
        guard let text = constant(member.value, "press", takes: "a key such as \"Enter\" or \"Control+A\"")
        else { return nil }
        do throws(KeyChord.Mistake) {
            let chord = try KeyChord(written: text.text)
            if case .some(nil) = target { return nil }
            let name = "Press \(chord.written)" + (target?.map { " on \($0)" } ?? "")
            return .init(.press(chord, target: target ?? nil), name)
        } catch {
            report(error, in: text, member.value)
            return nil
        }
    }

    private func report(_ mistake: KeyChord.Mistake, in text: ExpandedText, _ node: JSON5Node) {
        let part = text.holdsSecret ? text.shown : mistake.part
        if mistake.part.isEmpty {
            report(node, "a key is missing in \(TerminalText.quoted(text.shown))")
        } else if mistake.isPlainKey {
            report(
                node,
                "\(TerminalText.quoted(part)) is not held while another key is pressed",
                suggestion: "Control, Shift, Alt and Meta are"
            )
        } else {
            let near = Suggestion.question(mistake.part, in: Key.names)
            report(
                node,
                "unknown key \(TerminalText.quoted(part))",
                suggestion: near ?? "text is typed with 'type'"
            )
        }
    }

    /// The window that `window` means.
    func window(_ node: JSON5Node) -> WindowChoice? {
        let expected = "\"new\", \"main\", \"close\" or a number"
        if case .number = node.value {
            return integer(node, "window", in: 0...(.max)).map(WindowChoice.number)
        }
        guard let text = constant(node, "window", takes: expected) else { return nil }
        switch text.text {
        case "new": return .new
        case "main": return .main
        case "close": return .close
        default:
            let near = Suggestion.question(text.text, in: ["new", "main", "close"])
            report(node, "window takes \(expected), got \(TerminalText.quoted(text.shown))", suggestion: near)
            return nil
        }
    }

    /// `dialog` with what is typed into it and what it must say.
    func dialog(_ member: JSON5Member, _ fields: StepFields) -> ActionRow.Named? {
        let value = fields[.value].flatMap { text($0.value, "value") }
        let message = fields[.message].flatMap { dialogMessage($0.value) }
        guard let answer = constant(member.value, "dialog", takes: "\"accept\" or \"dismiss\"") else {
            return nil
        }
        guard ["accept", "dismiss"].contains(answer.text) else {
            let near = Suggestion.question(answer.text, in: ["accept", "dismiss"])
            report(
                member.value,
                "dialog takes \"accept\" or \"dismiss\", got \(TerminalText.quoted(answer.shown))",
                suggestion: near
            )
            return nil
        }
        if answer.text == "dismiss", let value = fields[.value] {
            report(value, "a dialog that is dismissed takes no value")
        }
        let accepts = answer.text == "accept"
        return .init(
            .dialog(DialogAnswer(accepts: accepts, value: value?.text, message: message)),
            accepts ? "Accept dialog" : "Dismiss dialog"
        )
    }

    private func dialogMessage(_ node: JSON5Node) -> Comparison? {
        let comparisons = textComparisons(node, "message")
        if comparisons.count > 1 { report(node, "message takes one comparison") }
        if case .object(let members) = node.value, let pattern = members["matches"] {
            checkSwift(comparisons.first, "message", pattern.value)
        }
        return comparisons.first
    }

    /// `script` with its arguments, and the variable that takes its result.
    func script(_ member: JSON5Member, _ fields: StepFields) -> Script? {
        let save = fields[.save].flatMap { variable($0.value) }
        return script(member, args: fields[.args], save: save)
    }

    /// A script with its arguments, as an action or in a condition.
    func script(_ member: JSON5Member, args list: JSON5Member?, save: String?) -> Script? {
        var args: [JSONValue] = []
        if let list = list?.value {
            if case .array(let elements) = list.value {
                args = elements.compactMap(json)
            } else {
                reportKind(list, "args", takes: "a list of values")
            }
        }
        let source = text(member.value, "script", takes: "JavaScript, the body of a function")
        if let source, source.text.allSatisfy(\.isWhitespace) { report(member.value, "script holds no code") }
        return source.map { Script(source: $0.text, args: args, save: save) }
    }

    private func variable(_ node: JSON5Node) -> String? {
        guard case .string(let name) = node.value else {
            reportKind(node, "save beside script", takes: "the name of a variable")
            return nil
        }
        return savable(name, at: node.range.lowerBound) ? name : nil
    }

    /// `save`: values that are read from the page, each under its name.
    func save(_ node: JSON5Node) -> [SavedValue]? {
        guard case .object(let members) = node.value else {
            reportKind(node, "save", takes: "variables such as { TOTAL: { text: \"#total\" } }")
            return nil
        }
        if members.isEmpty { report(node, "save names no variable") }
        return members.compactMap { member in
            let reading = savedReading(member.value, member.key)
            guard savable(member.key, at: member.keyRange.lowerBound), let reading else { return nil }
            return SavedValue(name: member.key, reading: reading)
        }
    }

    /// Takes a name in as that of a saved value, unless it cannot be one.
    func savable(_ name: String, at offset: Int) -> Bool {
        if !Interpolation.isName(name) {
            report(
                at: offset,
                "\(TerminalText.quoted(name)) cannot name a variable",
                suggestion: "letters, digits and _ can, a digit not first"
            )
        } else if context.variables.secrets[name] != nil {
            report(at: offset, "'\(name)' is a secret, and cannot be saved to")
        } else {
            context.variables.save(name)
            warnOfGenerated(name, at: offset)
            return true
        }
        return false
    }
}
