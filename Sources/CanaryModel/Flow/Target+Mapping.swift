extension Target: TextMappable {
    /// The target with each of its texts as `map` has it.
    public func mapped(by map: TextMap) -> Target {
        func put(_ text: String) -> String { map.text(text) }
        return Target(
            written: put(written),
            alternatives: alternatives.map { selector in
                Selector(
                    selector.strategy.mapped(put),
                    within: selector.within?.mapped(by: map),
                    hasText: selector.hasText.map { TextPattern(put($0.text), isExact: $0.isExact) },
                    nth: selector.nth,
                    written: put(selector.written)
                )
            },
            frame: frame.map { $0.mapped(by: map) }
        )
    }
}

extension SelectorStrategy {
    fileprivate func mapped(_ put: (String) -> String) -> SelectorStrategy {
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
