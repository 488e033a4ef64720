import CanaryModel

extension Step {
    /// The target of its action or expectations that is written so.
    func target(written: String) -> Target? {
        var targets = expect.compactMap(\.target)
        if case .action(let action?) = content { targets += action.targets }
        return targets.first { $0.written == written }
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
        case .open, .press, .window, .dialog, .script, .save, .pause, .reload, .back, .forward: []
        }
    }
}
