package import CanaryModel

// Where a `save` step has set a variable, its mark in later steps is replaced when these begin, and in what a step
// expects once its action is done.

extension Step {
    /// The step with the values of saved variables in the place of their marks in what it does and where.
    ///
    /// What it expects, and the steps of a group, come later: the step itself may save what they need.
    ///
    /// - Throws: ``RunError`` with code `flow` where a variable was not saved.
    package func resolved(with values: [String: String]) throws(RunError) -> Step {
        let saved = SavedVariables(values)
        var step = self
        step.frame = frame.map { $0.mapped(by: saved.map) }
        if case .action(let action?) = content { step.content = .action(action.mapped(by: saved.map)) }
        try saved.checkComplete()
        return step
    }

    /// What the step expects with the values of saved variables in the place of their marks.
    ///
    /// - Throws: ``RunError`` with code `flow` where a variable was not saved.
    package func expectations(with values: [String: String]) throws(RunError) -> [Condition] {
        let saved = SavedVariables(values)
        let conditions = expect.map { $0.mapped(by: saved.map) }
        try saved.checkComplete()
        return conditions
    }

    /// The step with the values of saved variables in all that its picture needs; what was not saved finds nothing.
    package func pictured(with values: [String: String]) -> Step {
        let saved = SavedVariables(values)
        var step = self
        step.frame = frame.map { $0.mapped(by: saved.map) }
        step.mask = mask.map { $0.mapped(by: saved.map) }
        step.expect = expect.map { $0.mapped(by: saved.map) }
        if case .action(let action?) = content { step.content = .action(action.mapped(by: saved.map)) }
        if case .element(let target)? = screenshot {
            step.screenshot = .element(target.mapped(by: saved.map))
        }
        return step
    }
}

extension SavedVariables {
    fileprivate func checkComplete() throws(RunError) {
        guard let missing else { return }
        throw RunError(.flow, "the variable \(missing) was not saved by an earlier step")
    }
}
