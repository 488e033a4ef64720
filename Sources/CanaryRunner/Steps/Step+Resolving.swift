import CanaryBrowser
import CanaryModel

// Where a `save` step has set a variable, its mark in later steps is replaced when these begin, and in what a step
// expects once its action is done.

extension Step {
    /// The step with the values of saved variables in the place of their marks in what it does and where.
    ///
    /// What it expects, and the steps of a group, come later: the step itself may save what they need.
    ///
    /// - Throws: ``BrowserError`` with code `flow` where a variable was not saved.
    func resolved(with values: [String: String]) throws(BrowserError) -> Step {
        let saved = SavedVariables(values)
        var step = self
        step.frame = frame.map { $0.resolved(with: saved) }
        if case .action(let action?) = content { step.content = .action(action.resolved(with: saved)) }
        try saved.checkComplete()
        return step
    }

    /// What the step expects with the values of saved variables in the place of their marks.
    ///
    /// - Throws: ``BrowserError`` with code `flow` where a variable was not saved.
    func expectations(with values: [String: String]) throws(BrowserError) -> [Condition] {
        let saved = SavedVariables(values)
        let conditions = expect.map { $0.resolved(with: saved) }
        try saved.checkComplete()
        return conditions
    }

    /// The step with the values of saved variables in all that its picture needs; what was not saved finds nothing.
    func pictured(with values: [String: String]) -> Step {
        let saved = SavedVariables(values)
        var step = self
        step.frame = frame.map { $0.resolved(with: saved) }
        step.mask = mask.map { $0.resolved(with: saved) }
        step.expect = expect.map { $0.resolved(with: saved) }
        if case .action(let action?) = content { step.content = .action(action.resolved(with: saved)) }
        if case .element(let target)? = screenshot {
            step.screenshot = .element(target.resolved(with: saved))
        }
        return step
    }
}

extension SavedVariables {
    fileprivate func checkComplete() throws(BrowserError) {
        guard let missing else { return }
        throw BrowserError(.flow, "the variable \(missing) was not saved by an earlier step")
    }
}

extension Action {
    fileprivate func resolved(with values: SavedVariables) -> Action {
        func put(_ text: String) -> String { values.resolve(text) }
        func put(_ target: Target) -> Target { target.resolved(with: values) }
        return switch self {
        case .open(let url): .open(url: values.resolve(url, isURL: true))
        case .click(let target): .click(put(target))
        case .doubleClick(let target): .doubleClick(put(target))
        case .rightClick(let target): .rightClick(put(target))
        case .hover(let target): .hover(put(target))
        case .check(let target): .check(put(target))
        case .uncheck(let target): .uncheck(put(target))
        case .scroll(let target): .scroll(put(target))
        case .fill(let target, let value): .fill(put(target), value: put(value))
        case .type(let target, let text): .type(put(target), text: put(text))
        case .press(let chord, let target): .press(chord, target: target.map(put))
        case .select(let target, .label(let label)): .select(put(target), .label(put(label)))
        case .select(let target, .value(let value)): .select(put(target), .value(put(value)))
        case .upload(let target, let files): .upload(put(target), files: files.map(put))
        case .drag(let target, let goal): .drag(put(target), to: put(goal))
        case .dialog(let answer): .dialog(answer.resolved(with: values))
        case .waitFor(let conditions): .waitFor(conditions.map { $0.resolved(with: values) })
        case .script(let script): .script(script.resolved(with: values))
        case .save(let saved): .save(saved.map { $0.resolved(with: values) })
        case .window, .pause, .reload, .back, .forward: self
        }
    }
}

extension Condition {
    fileprivate func resolved(with values: SavedVariables) -> Condition {
        func put(_ target: Target) -> Target { target.resolved(with: values) }
        func put(_ comparison: Comparison) -> Comparison { comparison.resolved(with: values) }
        let kind: Kind =
            switch self.kind {
            case .state(let state, let target): .state(state, put(target))
            case .text(let target, let comparison): .text(put(target), put(comparison))
            case .value(let target, let comparison): .value(put(target), put(comparison))
            case .attribute(let target, let name, let comparison):
                .attribute(put(target), name: name, put(comparison))
            case .count(let target, let comparison): .count(put(target), put(comparison))
            case .title(let comparison): .title(put(comparison))
            case .url(let comparison): .url(put(comparison))
            case .script(let script, let comparison):
                .script(script.resolved(with: values), put(comparison))
            }
        return Condition(kind, name: name, isNegated: isNegated, position: position)
    }
}

extension Comparison {
    fileprivate func resolved(with values: SavedVariables) -> Comparison {
        func put(_ text: String) -> String { values.resolve(text) }
        return switch self {
        case .equals(let text): .equals(put(text))
        case .contains(let text): .contains(put(text))
        case .matches(let pattern): .matches(put(pattern))
        case .startsWith(let text): .startsWith(put(text))
        case .endsWith(let text): .endsWith(put(text))
        case .equalsNumber, .atLeast, .atMost: self
        }
    }
}

extension DialogAnswer {
    fileprivate func resolved(with values: SavedVariables) -> DialogAnswer {
        DialogAnswer(
            accepts: accepts,
            value: value.map { values.resolve($0) },
            message: message?.resolved(with: values)
        )
    }
}

extension Script {
    fileprivate func resolved(with values: SavedVariables) -> Script {
        Script(
            source: values.resolve(source),
            args: args.map { $0.resolved(with: values) },
            save: save
        )
    }
}

extension JSONValue {
    fileprivate func resolved(with values: SavedVariables) -> JSONValue {
        switch self {
        case .string(let text): .string(values.resolve(text))
        case .array(let array): .array(array.map { $0.resolved(with: values) })
        case .object(let object): .object(object.mapValues { $0.resolved(with: values) })
        case .null, .bool, .number: self
        }
    }
}

extension SavedValue {
    fileprivate func resolved(with values: SavedVariables) -> SavedValue {
        func put(_ target: Target) -> Target { target.resolved(with: values) }
        let source: Source =
            switch self.source {
            case .text(let target): .text(put(target))
            case .value(let target): .value(put(target))
            case .attribute(let target, let name): .attribute(put(target), name: name)
            case .count(let target): .count(put(target))
            case .title, .url: self.source
            }
        return SavedValue(name: name, source: source)
    }
}

extension Target {
    fileprivate func resolved(with values: SavedVariables) -> Target {
        func put(_ text: String) -> String { values.resolve(text) }
        return Target(
            written: put(written),
            alternatives: alternatives.map { selector in
                Selector(
                    selector.strategy.resolved(put),
                    within: selector.within?.resolved(with: values),
                    hasText: selector.hasText.map { TextPattern(put($0.text), isExact: $0.isExact) },
                    nth: selector.nth,
                    written: put(selector.written)
                )
            },
            frame: frame.map { $0.resolved(with: values) }
        )
    }
}

extension SelectorStrategy {
    fileprivate func resolved(_ put: (String) -> String) -> SelectorStrategy {
        func pattern(_ pattern: TextPattern) -> TextPattern {
            TextPattern(put(pattern.text), isExact: pattern.isExact)
        }
        return switch self {
        case .css(let selector): .css(put(selector))
        case .xpath(let expression): .xpath(put(expression))
        case .text(let text): .text(pattern(text))
        case .role(let role, let name): .role(put(role), name: name.map(pattern))
        case .label(let text): .label(pattern(text))
        case .placeholder(let text): .placeholder(pattern(text))
        case .testID(let id): .testID(put(id))
        case .link(let text): .link(pattern(text))
        case .id(let id): .id(put(id))
        }
    }
}
