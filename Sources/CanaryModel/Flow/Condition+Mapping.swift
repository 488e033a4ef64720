extension Condition: TextMappable {
    /// The condition with each of its texts as `map` has it.
    public func mapped(by map: TextMap) -> Condition {
        func put(_ target: Target) -> Target { map.target(target) }
        func put(_ comparison: Comparison) -> Comparison { comparison.mapped(by: map) }
        let kind: Kind =
            switch self.kind {
            case .state(let state, let target): .state(state, put(target))
            case .reading(let reading, let comparison): .reading(reading.mapped(by: map), put(comparison))
            case .script(let script, let comparison):
                .script(script.mapped(by: map), put(comparison))
            case .response(let reading, let test): .response(reading.mapped(by: map), test.mapped(by: map))
            }
        return Condition(kind, name: name, isNegated: isNegated, position: position)
    }
}

extension Comparison {
    func mapped(by map: TextMap) -> Comparison {
        func put(_ text: String) -> String { map.text(text) }
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

extension Script {
    func mapped(by map: TextMap) -> Script {
        Script(
            source: map.text(source),
            args: args.map { $0.mapped(by: map) },
            save: save
        )
    }
}

extension JSONValue {
    func mapped(by map: TextMap) -> JSONValue {
        switch self {
        case .string(let text): map.json(text)
        case .array(let array): .array(array.map { $0.mapped(by: map) })
        case .object(let object): .object(object.mapValues { $0.mapped(by: map) })
        case .null, .bool, .number: self
        }
    }
}
