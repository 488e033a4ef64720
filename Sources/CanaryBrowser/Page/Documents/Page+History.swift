import CanaryModel
import WebDriver

extension Page {
    /// Makes sure that the history has an entry to go to.
    ///
    /// The blank page that a browser starts with is none. A driver without the DevTools protocol cannot tell.
    ///
    /// - Throws: ``BrowserError`` with code `navigation` where there is none.
    func requireHistory(_ direction: HistoryDirection, until deadline: ContinuousClock.Instant) async throws {
        let command = Command<NavigationHistory>.executeCDP("Page.getNavigationHistory")
        let history = try await byDevTools { try await attempt(command, until: deadline) }
        if history?.canGo(direction) == false {
            throw BrowserError(
                .navigation,
                "the browser's history has no page to go \(direction.rawValue) to"
            )
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
