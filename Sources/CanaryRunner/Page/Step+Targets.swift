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
        guard case .action(let action?) = content else { return [] }
        var targets: [Target] = []
        _ = action.mapped(by: TextMap(see: { targets.append($0) }))
        return targets
    }
}
