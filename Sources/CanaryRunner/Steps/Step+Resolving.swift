package import CanaryModel

// Where a `save` step has set a variable, it is put into later steps when these begin, and into what a step expects once
// its action is done.

extension Step {
    /// What the step does, with the values of saved variables put in; `nil` where it only expects something, and for a
    /// group.
    ///
    /// - Throws: ``RunError`` with code `flow` where a variable was not saved.
    func action(with values: [String: String]) throws(RunError) -> Action? {
        guard case .action(let action?) = content else { return nil }
        return try action.complete(with: values)
    }

    /// The frames that it looks in, with the values of saved variables put in.
    ///
    /// - Throws: ``RunError`` with code `flow` where a variable was not saved.
    func frame(with values: [String: String]) throws(RunError) -> [Target] {
        try frame.map { frame throws(RunError) in try frame.complete(with: values) }
    }

    /// What the step expects, with the values of saved variables put in.
    ///
    /// - Throws: ``RunError`` with code `flow` where a variable was not saved.
    package func expectations(with values: [String: String]) throws(RunError) -> [Condition] {
        try expect.map { condition throws(RunError) in try condition.complete(with: values) }
    }
}

extension Template {
    fileprivate func complete(with values: [String: String]) throws(RunError) -> Value {
        do {
            return try resolved(with: values)
        } catch {
            throw RunError(unsaved: error.name)
        }
    }
}
