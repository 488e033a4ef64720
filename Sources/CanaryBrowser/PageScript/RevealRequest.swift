import WebDriver

/// What `reveal` (`frames.js`) is asked.
struct RevealRequest: Encodable, Sendable {
    let element: Element
    /// Whether it is scrolled into view.
    var isScrolled = true
}
