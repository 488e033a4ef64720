import CanaryModel
import CanarySchedule
import Foundation

extension FileDecoder {
    /// A canary: `{ flow: "login.canary.json5", schedule: "rate(5 minutes)", … }`.
    func canary(_ node: JSON5Node, _ defaults: CanarySettings) -> CanaryDefinition? {
        guard case .object(let members) = node.value else {
            reportKind(node, "a canary", takes: "an object such as { flow: \"login.canary.json5\" }")
            return nil
        }
        let own = ["flow", "name", "push", "every"]
        guard let settings = settings(of: node, "a canary", defaults, beside: own) else { return nil }
        let name = members["name"].flatMap { canaryName($0.value) } ?? ""
        guard let work = work(members, node) else { return nil }
        switch work {
        case .flow:
            if settings.schedule == nil, settings.writtenSchedule.isEmpty {
                report(node, "the canary has no 'schedule'", suggestion: "add schedule: \"rate(5 minutes)\"")
            }
        case .push: if members["name"] == nil { report(node, "a canary that is pushed needs a 'name'") }
        }
        return CanaryDefinition(
            name: name,
            work: work,
            settings: settings,
            position: source.position(at: node.range.lowerBound)
        )
    }

    private func work(_ members: [JSON5Member], _ node: JSON5Node) -> CanaryDefinition.Work? {
        if let push = members["push"] {
            if let flow = members["flow"] { report(flow, "a canary has 'flow' or 'push', this one has both") }
            guard isTrue(push) else { return nil }
            guard let every = members["every"].flatMap({ time($0.value, "every") }) else {
                if members["every"] == nil {
                    report(push, "'push' needs 'every'", suggestion: "add every: \"1h\"")
                }
                return nil
            }
            return .push(every: every)
        }
        if let every = members["every"] { report(every, "'every' goes with push: true") }
        guard let flow = members["flow"] else {
            report(node, "the canary has no 'flow'", suggestion: "add flow: \"login.canary.json5\"")
            return nil
        }
        guard let text = constant(flow.value, "flow", takes: "a file or a folder") else { return nil }
        guard !text.text.isEmpty, let path = FilePath.joined(folder, text.text),
            FileManager.default.fileExists(atPath: path)
        else {
            report(flow.value, "there is no file or folder \(TerminalText.quoted(text.shown))")
            return nil
        }
        return .flow(path)
    }

    private func canaryName(_ node: JSON5Node) -> String? {
        guard let text = constant(node, "name") else { return nil }
        let isName = text.text.wholeMatch(of: /[a-z0-9_-]{1,100}/) != nil
        if isName { return text.text }
        report(
            node,
            "\(TerminalText.quoted(text.shown)) is not a valid name",
            suggestion: "a name is made of a-z 0-9 _ -, 100 at most"
        )
        return nil
    }
}
