extension FileDecoder {
    /// Notes the keys of a step that there are not; where it has no action, one was meant.
    func checkKeys(_ fields: StepFields) {
        for member in fields.unknown {
            let key = TerminalText.quoted(member.key)
            let near =
                StepKey.synonym(of: member.key)?.rawValue
                ?? Suggestion.nearest(to: member.key, in: StepKey.all)
            let isAction =
                near.flatMap(StepKey.init)?.role == .action || (near == nil && fields.contents.isEmpty)
            let all = isAction ? "the actions are " + StepKey.actions.joined(separator: ", ") : nil
            report(
                member,
                isAction ? "unknown action \(key)" : "unknown key \(key) in a step",
                suggestion: near.map { "did you mean '\($0)'?" } ?? all
            )
        }
    }

    /// Notes a step that does nothing, or more than one thing.
    func checkContents(
        _ contents: [(key: StepKey, member: JSON5Member)],
        of fields: StepFields,
        isInGroup: Bool
    ) {
        guard let first = contents.first else {
            if fields.unknown.isEmpty, fields[.expect] == nil, fields[.screenshot] == nil {
                report(
                    fields.node,
                    "this step does nothing: it has no action, no expect, no screenshot and no steps"
                )
            }
            return
        }
        for other in contents.dropFirst() {
            let isGroup = first.key.role == .content || other.key.role == .content
            let rule = isGroup ? "a step has either steps or an action" : "a step has one action"
            let pair = "'\(first.key.rawValue)' and '\(other.key.rawValue)'"
            report(other.member, "\(rule), this one has \(pair)", suggestion: "make two steps of it")
        }
        if isInGroup, let group = contents.first(where: { $0.key.role == .content }) {
            report(group.member, "a group cannot hold a group")
        }
    }

    /// Notes every parameter whose action the step does not have.
    func checkParameters(_ fields: StepFields, of contents: [(key: StepKey, member: JSON5Member)]) {
        guard fields.unknown.isEmpty else { return }
        for (key, member) in fields.members where key.role == .parameter {
            guard !contents.contains(where: { key.owners.contains($0.key) }) else { continue }
            let owners =
                key == .status
                ? "actions that can load a document"
                : key.owners.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            let found =
                contents.first.map { "this step has '\($0.key.rawValue)'" } ?? "this step has no action"
            report(member, "'\(key.rawValue)' goes with \(owners); \(found)")
        }
    }
}
