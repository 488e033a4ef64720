import CanaryModel

extension Step {
    /// What it does, as written; `nil` where it only expects something, and for a group.
    var action: Action? {
        if case .action(let action?) = content { action.written } else { nil }
    }
}
