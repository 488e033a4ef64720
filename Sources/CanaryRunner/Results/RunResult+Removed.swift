import CanaryModel

extension FlowResult {
    /// The result without the pictures that gave way to others, and with notes that say so.
    func without(_ removed: Set<String>) -> FlowResult {
        if removed.isEmpty { return self }
        var result = self
        for index in result.attempts.indices {
            result.attempts[index].steps = attempts[index].steps.map { $0.without(removed) }
            result.attempts[index].cleanup = attempts[index].cleanup.map { $0.without(removed) }
        }
        return result
    }
}

extension StepResult {
    fileprivate func without(_ removed: Set<String>) -> StepResult {
        var result = self
        if let screenshot, removed.contains(screenshot) {
            result.screenshot = nil
            result.notes.append("the screenshot was removed: the run's pictures took more than they may")
        }
        result.steps = steps.map { $0.without(removed) }
        return result
    }
}
