public import Foundation
import WebDriver

extension Page {
    /// A picture of what the page shows, as PNG.
    ///
    /// The deadline is its own: a picture that is taken while the page is being left can take the driver 10 s.
    ///
    /// - Throws: ``BrowserError``, which is a note and no failure for whoever wants to see the page.
    public func screenshot(until deadline: ContinuousClock.Instant) async throws -> Data {
        try await send(.takeScreenshot, until: deadline)
    }
}
