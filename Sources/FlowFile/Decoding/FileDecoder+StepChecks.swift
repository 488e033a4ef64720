import CanaryModel

extension FileDecoder {
    /// Notes the keys of a step that there are not; where it has no action, one was meant.
    func checkKeys(_ fields: StepFields) {
        for member in fields.unknown {
            let key = TerminalText.quoted(member.key)
            let near =
                StepKey.synonym(of: member.key) ?? Suggestion.nearest(to: member.key, in: StepKey.all)
            let isAction = near.map { Action.Kind(rawValue: $0) != nil } ?? fields.contents.isEmpty
            let actions = Action.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            let all = isAction ? "the actions are \(actions)" : nil
            report(
                member,
                isAction ? "unknown action \(key)" : "unknown key \(key) in a step",
                suggestion: near.map { "did you mean '\($0)'?" } ?? all
            )
        }
    }

    /// Notes a step that does nothing, or more than one thing.
    func checkContents(of fields: StepFields, isInGroup: Bool) {
        guard let first = fields.contents.first else {
            if fields.unknown.isEmpty, fields[.expect] == nil, fields[.screenshot] == nil {
                report(
                    fields.node,
                    "this step does nothing: it has no action, no expect, no screenshot and no steps"
                )
            }
            return
        }
        for other in fields.contents.dropFirst() {
            let isGroup = !first.key.isAction || !other.key.isAction
            let rule = isGroup ? "a step has either steps or an action" : "a step has one action"
            let pair = "'\(first.key.rawValue)' and '\(other.key.rawValue)'"
            report(other.member, "\(rule), this one has \(pair)", suggestion: "make two steps of it")
        }
        if isInGroup, let group = fields.contents.first(where: { !$0.key.isAction }) {
            report(group.member, "a group cannot hold a group")
        }
    }

    /// Notes every parameter whose action the step does not have.
    func checkParameters(_ fields: StepFields) {
        guard fields.unknown.isEmpty else { return }
        for (key, member) in fields.parameters {
            let owners = key.owners
            guard !fields.contents.contains(where: { owners.map(StepContent.action).contains($0.key) }) else {
                continue
            }
            let words =
                key == .status
                ? "actions that can load a document"
                : owners.map { "'\($0.rawValue)'" }.joined(separator: ", ")
            let found =
                fields.contents.first.map { "this step has '\($0.key.rawValue)'" }
                ?? "this step has no action"
            report(member, "'\(key.rawValue)' goes with \(words); \(found)")
        }
    }

    /// Notes what only steps on a page have, and a status that is said twice.
    func checkRequest(_ fields: StepFields, _ expect: [Condition]) {
        for key in [StepModifier.frame, .mask, .screenshot] {
            guard let member = fields[key] else { continue }
            report(member, "'\(key.rawValue)' goes with steps on a page, not with a request")
        }
        if let member = fields[.status], expect.contains(where: { $0.kind.key == .response(.status) }) {
            report(member, "the status stands beside the request or in its 'expect', not in both")
        }
    }
}
