/// One way to find elements.
public enum SelectorStrategy: Sendable, Hashable {
    /// A CSS selector; sees through open shadow roots.
    case css(String)
    /// An XPath 1.0 expression; does not see into shadow roots.
    case xpath(String)
    /// The smallest element that holds this text.
    case text(TextPattern)
    /// An element with this ARIA role, and this accessible name where one is given.
    case role(String, name: TextPattern?)
    /// A form field with this label, as the accessibility tree has it.
    case label(TextPattern)
    /// A form field with this placeholder.
    case placeholder(TextPattern)
    /// The element with this `data-testid`.
    case testID(String)
    /// A link with this text.
    case link(TextPattern)
    /// The element with this `id`.
    case id(String)
}
