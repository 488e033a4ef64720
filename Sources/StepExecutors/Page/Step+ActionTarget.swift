import CanaryModel

extension Step {
    /// What its action is done to; `nil` where that is nothing on the page.
    var actionTarget: Target? {
        guard case .action(let action?) = content else { return nil }
        var first: Target?
        _ = action.mapped(by: TextMap(see: { first = first ?? $0 }))
        return first
    }
}
