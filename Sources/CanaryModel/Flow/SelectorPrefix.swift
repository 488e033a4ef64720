/// The ways to find elements that a written selector can name, as in `text=Log in`.
public enum SelectorPrefix: String, Sendable, Hashable, CaseIterable {
    /// A CSS selector; the prefix may be left out.
    case css
    /// An XPath 1.0 expression.
    case xpath
    /// The smallest element with a text.
    case text
    /// A role, and a name where one is given: `role=button[name="Log in"]`.
    case role
    /// A form field by its label.
    case label
    /// A form field by its placeholder.
    case placeholder
    /// An element by its `data-testid`.
    case testid
    /// A link by its text.
    case link
    /// An element by its `id`.
    case id

    /// The strategy for what follows the prefix.
    ///
    /// - Parameter value: The text after the `=`.
    /// - Returns: The strategy.
    /// - Throws: ``SelectorMistake`` where the value is empty or no role.
    public func strategy(_ value: String) throws(SelectorMistake) -> SelectorStrategy {
        if value.allSatisfy(\.isWhitespace) { throw .emptyValue(self) }
        switch self {
        case .css: return .css(value)
        case .xpath: return .xpath(value)
        case .text: return .text(try pattern(value))
        case .role: return try SelectorStrategy(role: value)
        case .label: return .label(try pattern(value))
        case .placeholder: return .placeholder(try pattern(value))
        case .testid: return .testID(value)
        case .link: return .link(try pattern(value))
        case .id: return .id(value)
        }
    }

    private func pattern(_ value: String) throws(SelectorMistake) -> TextPattern {
        let pattern = TextPattern(written: value)
        if pattern.text.isEmpty { throw .emptyValue(self) }
        return pattern
    }
}
