// Adding an action adds a line here: what is not mapped keeps its variables unset.

extension Action: TextMappable {
    /// The action with each of its texts as `map` has it.
    public func mapped(by map: TextMap) -> Action {
        func put(_ text: String) -> String { map.text(text) }
        func put(_ target: Target) -> Target { map.target(target) }
        return switch self {
        case .open(let url): .open(url: map.url(url))
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
        case .dialog(let answer): .dialog(answer.mapped(by: map))
        case .waitFor(let conditions): .waitFor(conditions.map { $0.mapped(by: map) })
        case .script(let script): .script(script.mapped(by: map))
        case .save(let saved): .save(saved.map { $0.mapped(by: map) })
        case .request(let request): .request(request.mapped(by: map))
        case .connect(let step): .connect(step.mapped(by: map))
        case .dns(let lookup): .dns(lookup.mapped(by: map))
        case .window, .pause, .reload, .back, .forward: self
        }
    }
}

extension DialogAnswer {
    fileprivate func mapped(by map: TextMap) -> DialogAnswer {
        DialogAnswer(
            accepts: accepts,
            value: value.map { map.text($0) },
            message: message?.mapped(by: map)
        )
    }
}

extension SavedValue {
    fileprivate func mapped(by map: TextMap) -> SavedValue {
        SavedValue(name: name, reading: reading.mapped(by: map))
    }
}
