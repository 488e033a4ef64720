/// How the protocol itself can look for elements.
///
/// Source: [Locator strategies](https://www.w3.org/TR/webdriver2/#locator-strategies).
public enum LocatorStrategy: String, Codable, Sendable, CaseIterable {
    /// A CSS selector.
    case css = "css selector"
    /// A link by its whole rendered text.
    case linkText = "link text"
    /// A link by a part of its rendered text.
    case partialLinkText = "partial link text"
    /// A tag's name.
    case tagName = "tag name"
    /// An XPath expression.
    case xpath = "xpath"
}
