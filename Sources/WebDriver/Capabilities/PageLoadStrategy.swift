/// How long a navigation waits for its document.
///
/// Source: [Page load strategy](https://www.w3.org/TR/webdriver2/#page-load-strategy).
public enum PageLoadStrategy: String, Codable, Sendable, CaseIterable {
    /// Not at all; also a refused connection is not reported.
    case none
    /// Until the document is parsed (`DOMContentLoaded`).
    case eager
    /// Until everything is loaded (`load`): one hanging image holds it up.
    case normal
}
