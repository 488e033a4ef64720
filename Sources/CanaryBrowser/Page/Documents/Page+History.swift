import CanaryModel
import WebDriver

extension Page {
    /// Makes sure that the history has an entry to go to.
    ///
    /// The blank page that a browser starts with is none. A driver without the DevTools protocol cannot tell.
    ///
    /// - Throws: ``BrowserError`` with code `navigation` where there is none.
    func requireHistory(_ direction: HistoryDirection, until deadline: ContinuousClock.Instant) async throws {
        guard devTools.isAvailable != false else { return }
        do {
            let history = try await attempt(
                Command<NavigationHistory>.executeCDP("Page.getNavigationHistory"),
                until: deadline
            )
            devTools.isAvailable = true
            guard history.canGo(direction) else {
                throw BrowserError(
                    .navigation,
                    "the browser's history has no page to go \(direction.rawValue) to"
                )
            }
        } catch let error as WebDriverError {
            guard error.isUnsupported else { throw await explained(error) }
            devTools.isAvailable = false
        }
    }
}

/// Where to go in the history.
enum HistoryDirection: String {
    case back, forward
}

/// The answer of the DevTools protocol's `Page.getNavigationHistory`.
private struct NavigationHistory: Decodable, Sendable {
    let currentIndex: Int
    let entries: [Entry]

    struct Entry: Decodable, Sendable {
        let url: String
    }

    func canGo(_ direction: HistoryDirection) -> Bool {
        switch direction {
        case .back:
            let before = entries.prefix(max(0, currentIndex))
            return before.count > 1 || before.contains { $0.url != "data:," }
        case .forward: return currentIndex < entries.count - 1
        }
    }
}
