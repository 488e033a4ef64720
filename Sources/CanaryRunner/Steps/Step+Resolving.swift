package import CanaryModel

// Where a `save` step has set a variable, it is put into later steps when these begin, and into what a step expects once
// its action is done.

extension Step {
    /// What the step does, with the values of saved variables put in; `nil` where it only expects something, and for a
    /// group.
    ///
    /// - Throws: ``RunError`` with code `flow` where a variable was not saved, or is empty where every text then fits.
    func action(with values: [String: JSONValue]) throws(RunError) -> Action? {
        guard case .action(let action?) = content else { return nil }
        let complete = try action.complete(with: values)
        switch complete {
        case .waitFor(let conditions): try conditions.checkTexts()
        case .request(let request): try (request.retry?.until ?? []).checkTexts()
        case .dialog(let answer) where answer.message?.fitsEveryText() == true:
            throw RunError(emptyTextIn: position)
        default: break
        }
        return complete
    }

    /// The frames that it looks in, with the values of saved variables put in.
    ///
    /// - Throws: ``RunError`` with code `flow` where a variable was not saved.
    func frame(with values: [String: JSONValue]) throws(RunError) -> [Target] {
        try frame.map { frame throws(RunError) in try frame.complete(with: values) }
    }

    /// What the step expects, with the values of saved variables put in.
    ///
    /// - Throws: ``RunError`` with code `flow` where a variable was not saved, or is empty where every text then fits.
    package func expectations(with values: [String: JSONValue]) throws(RunError) -> [Condition] {
        try expect.complete(with: values)
    }

    /// What the step warns of, with the values of saved variables put in.
    ///
    /// - Throws: ``RunError`` with code `flow` where a variable was not saved, or is empty where every text then fits.
    package func warnings(with values: [String: JSONValue]) throws(RunError) -> [Condition] {
        try warn.complete(with: values)
    }
}

extension Template {
    fileprivate func complete(with values: [String: JSONValue]) throws(RunError) -> Value {
        do {
            return try resolved(with: values)
        } catch {
            throw RunError(unsaved: error.name)
        }
    }
}

extension [Template<Condition>] {
    fileprivate func complete(with values: [String: JSONValue]) throws(RunError) -> [Condition] {
        let conditions = try map { condition throws(RunError) in try condition.complete(with: values) }
        try conditions.checkTexts()
        return conditions
    }
}

extension [Condition] {
    /// Makes sure that no condition holds whatever the page shows.
    fileprivate func checkTexts() throws(RunError) {
        guard let idle = first(where: \.fitsEveryText) else { return }
        throw RunError(emptyTextIn: idle.position)
    }
}

extension RunError {
    /// Where the text to compare with has become empty.
    fileprivate init(emptyTextIn position: SourcePosition) {
        self.init(
            .flow,
            "the text to compare with in line \(position.line) is empty, so that every text fits",
            help: "its variable has an empty value or default: give another one, or compare with `equals`"
        )
    }
}
