import CanaryModel
import Foundation
import WebDriver

extension Page {
    /// How long `open` waits for pictures and the like once the document itself is there: enough for a good
    /// picture of most pages, not so much that one hanging resource holds the flow up.
    private static let longestLoad = Duration.seconds(1)

    /// Opens an absolute URL and waits for the document, and shortly for what belongs to it.
    ///
    /// - Parameters:
    ///   - url: Where to.
    ///   - status: The HTTP statuses that are right; empty: any below 400.
    ///   - allowed: Those that are right beside these where `status` is empty.
    ///   - deadline: When to give up.
    /// - Throws: ``BrowserError`` with code `status`, `navigation`, `certificate`, `timeout` or `dialog`.
    public func open(
        _ url: String,
        status: [Int] = [],
        allowing allowed: [Int] = [],
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) {
        try await explaining {
            try await authenticate(at: url, until: deadline)
            let (before, place) = try await go(.navigate(to: url), until: deadline)
            documents.hasOpened = true
            if place.url?.hasPrefix("chrome-error:") == true {
                throw try await loadError(of: url, until: deadline)
            }
            try check(place, against: status, allowed, opened: url, before: before)
        }
    }

    /// Loads the page again.
    public func reload(until deadline: ContinuousClock.Instant) async throws(BrowserError) {
        try await explaining {
            _ = try await go(.refresh, until: deadline)
        }
    }

    /// Goes one entry back in the history.
    ///
    /// - Throws: ``BrowserError`` with code `navigation` where there is none.
    public func back(until deadline: ContinuousClock.Instant) async throws(BrowserError) {
        try await explaining {
            try await requireHistory(.back, until: deadline)
            _ = try await go(.back, until: deadline)
        }
    }

    /// Goes one entry forward in the history.
    ///
    /// - Throws: ``BrowserError`` with code `navigation` where there is none.
    public func forward(until deadline: ContinuousClock.Instant) async throws(BrowserError) {
        try await explaining {
            try await requireHistory(.forward, until: deadline)
            _ = try await go(.forward, until: deadline)
        }
    }

    /// Sends the page to another document and waits for it.
    ///
    /// - Returns: Where the page was, `nil` where nothing had been opened, and where it is.
    func go(
        _ command: Command<Nothing>,
        until deadline: ContinuousClock.Instant
    ) async throws -> (before: DocumentState?, now: DocumentState) {
        try await explaining {
            try await enter([], until: deadline)
            let before = try await standing(until: deadline)
            documents.place = nil
            try await send(command, until: deadline)
            context.frame = []
            forgetWorlds()
            documents.isGoing = true
            documents.beginCount()
            return (before, try await loaded(from: before, until: deadline))
        }
    }

    /// Where the page is before it is left; where it does not answer, what was seen of it last.
    private func standing(until deadline: ContinuousClock.Instant) async throws -> DocumentState? {
        guard documents.place != nil || documents.hasOpened else { return nil }
        do {
            documents.mayBeLeaving = true
            let soon = min(deadline, .now + evidenceTime(Self.longestStart))
            let answer: Answer<Nothing>? = try await run(PageScript.lookAround, until: soon)
            return answer?.place ?? documents.place
        } catch let error as WebDriverError {
            // It is on its way to another document, which is given up for this one, or it lets nothing through.
            if error.code == .scriptTimeout, try await !answersOnceStopped() {
                try await send(.getTitle, until: .now)
            }
            return documents.place
        }
    }

    /// How long a navigation may take to begin: then the page stays where it is, as where no content comes.
    private static let longestStart = Duration.milliseconds(300)

    /// Waits for the document to which the page was told to go, and shortly for what belongs to it.
    private func loaded(
        from before: DocumentState?,
        until deadline: ContinuousClock.Instant
    ) async throws -> DocumentState {
        let start = ContinuousClock.now
        defer { documents.isGoing = false }
        let place = try await looking(until: deadline) { _ -> DocumentState? in
            let request = ["slice": slice(until: deadline, atMost: Self.longestLoad)]
            let answer: Answer<Nothing>? = try await ask(PageScript.awaitLoad, request, until: deadline)
            guard let place = answer?.place else { return nil }
            if place.isSame(as: before), start.duration(to: .now) < Self.longestStart {
                try await Task.sleep(for: .milliseconds(10))
                return nil
            }
            if place.isComing != true { return place }
            if let error = try await breakOff(of: place, until: deadline) { throw error }
            return nil
        }
        if let place { return place }
        throw isRestless ? Self.restless : await unloaded()
    }

    private func check(
        _ place: DocumentState,
        against wanted: [Int],
        _ allowed: [Int],
        opened url: String,
        before: DocumentState?
    ) throws {
        if wanted.contains(where: { $0 == 204 || $0 == 205 }), before?.document == place.document { return }
        if isStill(place, at: before, opened: url) {
            throw BrowserError(
                .navigation,
                "the server sent no page for \(url): no content, or a download"
            )
        }
        guard let status = place.status else { return }
        let isRight = wanted.isEmpty ? status < 400 || allowed.contains(status) : wanted.contains(status)
        if isRight { return }
        if status == 407 { throw BrowserError.proxyAuthentication }
        let expected = wanted.isEmpty ? "below 400" : wanted.map(String.init).joined(separator: " or ")
        throw BrowserError(
            .status,
            "GET \(place.url ?? url) answered \(status.statusInWords); expected \(expected)"
        )
    }

    /// Why the browser shows its own error page: the driver does not tell (it counts as a page), so the browser is
    /// asked to load it once more by a command that does; where a script of the page has led on to another, that one.
    func loadError(
        of url: String,
        until deadline: ContinuousClock.Instant
    ) async throws -> BrowserError {
        let unknown = BrowserError(.navigation, "the browser could not load \(url), and does not say why")
        do {
            let current = try await attempt(.getCurrentURL, until: deadline)
            let failed = current.hasPrefix("chrome-error:") ? url : current
            let command = Command<Navigated>.executeCDP("Page.navigate", ["url": failed])
            guard let name = try await attempt(command, until: deadline).errorText else { return unknown }
            return BrowserError(navigation: name)
        } catch let error as WebDriverError {
            return error.navigationError.map(BrowserError.init(navigation:)) ?? unknown
        }
    }

    /// Whether the browser is where it was: no document came.
    private func isStill(_ place: DocumentState, at before: DocumentState?, opened url: String) -> Bool {
        guard let before else { return place.url != url && ["data:,", "about:blank"].contains(place.url) }
        return before.document == place.document && before.url == place.url && !url.contains("#")
    }
}

extension DocumentState {
    /// Whether nothing has changed since a look; `nil`: since the browser was started.
    fileprivate func isSame(as before: DocumentState?) -> Bool {
        guard let before else { return ["data:,", "about:blank"].contains(url) }
        return document == before.document && url == before.url
    }
}

/// The answer of the DevTools protocol's `Page.navigate`.
private struct Navigated: Decodable, Sendable {
    let errorText: String?
}
