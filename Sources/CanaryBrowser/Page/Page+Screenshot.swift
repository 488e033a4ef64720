import CanaryModel
public import Foundation
import WebDriver

extension Page {
    /// A picture of what the page shows, as PNG.
    ///
    /// The deadline is its own: a picture that is taken while the page is being left can take the driver 10 s.
    ///
    /// One that is overdue says nothing of the page, and the browser is left alone.
    ///
    /// - Throws: ``BrowserError``, which is a note and no failure for whoever wants to see the page.
    public func screenshot(until deadline: ContinuousClock.Instant) async throws -> Data {
        if let ended { throw ended }
        try await allowTime(until: deadline)
        do {
            return try await live.session.send(.takeScreenshot, deadline: deadline)
        } catch {
            if error.isCancelled { throw CancellationError() }
            if error.isPastDeadline { throw BrowserError(.timeout, "the browser drew no picture in time") }
            if error.code == .unexpectedAlertOpen { throw BrowserError(.dialog, "a dialog is open") }
            throw await explained(error)
        }
    }
}
