public import CanaryModel
import WebDriver

/// A target on a page: what actions are done to.
///
/// It holds no element. Every action finds its element anew, waits until it is ready, and tries again inside
/// the deadline when the page changed under it.
public struct Locator: Sendable {
    /// The page.
    public let page: Page
    /// What is meant.
    public let target: Target
    /// The frames to look in, from outer to inner; empty for the top document.
    public let frame: [Target]
}
