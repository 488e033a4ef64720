import CanaryModel

extension Step {
    /// The target of its action or expectations that is written so.
    func target(written: String) -> Target? {
        let targets = expect.compactMap(\.target) + actionTargets
        return targets.first { $0.written == written }
    }

    /// What its action is done to; `nil` where that is nothing on the page.
    var actionTarget: Target? { actionTargets.first }

    private var actionTargets: [Target] {
        if case .action(let action?) = content { action.targets } else { [] }
    }
}

extension Action {
    /// What it is done to, or looks at.
    fileprivate var targets: [Target] {
        switch self {
        case .click(let target), .doubleClick(let target), .rightClick(let target), .hover(let target),
            .check(let target), .uncheck(let target), .scroll(let target), .fill(let target, _),
            .type(let target, _), .select(let target, _), .upload(let target, _), .press(_, let target?):
            [target]
        case .drag(let target, let goal): [target, goal]
        case .waitFor(let conditions): conditions.compactMap(\.target)
        case .save(let values): values.compactMap(\.target)
        case .open, .press, .window, .dialog, .script, .pause, .reload, .back, .forward: []
        }
    }
}

extension SavedValue {
    /// What its value is read from; `nil` where that is the page itself.
    fileprivate var target: Target? {
        switch source {
        case .text(let target), .value(let target), .attribute(let target, _), .count(let target): target
        case .title, .url: nil
        }
    }
}
