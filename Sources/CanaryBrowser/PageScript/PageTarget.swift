import CanaryModel
import WebDriver

/// A target as the page's scripts take it (`find.js`).
struct PageTarget: Encodable, Sendable {
    var alternatives: [PageSelector]

    /// How often the page was looked through in vain for roles and labels.
    var vainLooks: Int {
        alternatives.reduce(0) { $0 + ($1.vainLooks ?? 0) + ($1.within?.vainLooks ?? 0) }
    }
}

/// A selector as the page's scripts take it.
struct PageSelector: Encodable, Sendable {
    /// How it finds: the name of a strategy in `find.js`.
    var by: String
    var value: String
    var exact = false
    /// The accessible name, for roles.
    var name: String?
    var within: PageTarget?
    /// The text that its elements must have too.
    var hasText: PageText?
    var nth: Int?
    /// The elements themselves, where the accessibility tree has found them.
    var elements: [Element]?
    /// How often the page was looked through for those, and there were none.
    var vainLooks: Int?
}

/// A text pattern as the page's scripts take it.
struct PageText: Encodable, Sendable {
    var text: String
    var exact: Bool
}

extension PageSelector {
    /// A selector as it is written for the page; `within` is to be added.
    init(_ selector: Selector) {
        self.init(selector.strategy)
        hasText = selector.hasText.map { PageText(text: $0.text, exact: $0.isExact) }
        nth = selector.nth
    }

    private init(_ strategy: SelectorStrategy) {
        switch strategy {
        case .css(let selector): self.init(by: "css", value: selector)
        case .xpath(let expression): self.init(by: "xpath", value: expression)
        case .text(let pattern): self.init(by: "text", pattern)
        case .role(let role, let name):
            self.init(by: "role", value: role, exact: name?.isExact ?? false, name: name?.text)
        case .label(let pattern): self.init(by: "label", pattern)
        case .placeholder(let pattern): self.init(by: "placeholder", pattern)
        case .testID(let id): self.init(by: "testid", value: id)
        case .link(let pattern): self.init(by: "link", pattern)
        case .id(let id): self.init(by: "id", value: id)
        }
    }

    private init(by strategy: String, _ pattern: TextPattern) {
        self.init(by: strategy, value: pattern.text, exact: pattern.isExact)
    }
}

extension Target {
    /// Whether some selector of it can only be judged by the accessibility tree.
    var needsAccessibilityTree: Bool {
        alternatives.contains { selector in
            switch selector.strategy {
            case .role, .label: true
            default: selector.within?.needsAccessibilityTree ?? false
            }
        }
    }

    /// The target for the page, roles and labels as mere candidates.
    var unresolved: PageTarget {
        PageTarget(
            alternatives: alternatives.map { selector in
                var result = PageSelector(selector)
                result.within = selector.within?.unresolved
                return result
            }
        )
    }
}
