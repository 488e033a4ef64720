import CanaryModel
import WebDriver

// What an action starts must be waited for: the next command must not see the page that is being left.
//
// An action ends with a pause of 20 ms; in that time a click's handlers run, and a
// navigation that they start fires `beforeunload`, which a listener notes in the document (`wait.js`). The
// browser holds the next look back while it knows of a navigation (`Page+Departing.swift`); the note covers the moment in
// which it does not know yet (measured: 100 of 100 clicks on links, forms and timers saw the new page; without pause and
// note 1 in 15 saw the old one).

extension Page {
    /// The pause at the end of an action.
    static let pause = Duration.milliseconds(20)
    /// How long after `beforeunload` a document that is still there is taken to stay: a download, or no content.
    private static let longestDeparture = 250.0
    /// The same where nothing tells whether its server is only slow.
    private static let longestUntold = 5000.0
    /// How often it must be seen there: on a busy machine the first look may come later than that.
    private static let fewestLooks = 3

    /// Waits for the navigation that an action has begun, if it has; tells where the page is then.
    ///
    /// `document` is the one that was acted on; `nil`: not known. `script` is the look that tells.
    ///
    /// - Returns: Where it is; `nil` where it is still going there at the deadline.
    /// - Throws: ``BrowserError`` with code `timeout` where the next document's server has not answered by then.
    @discardableResult
    func settle(
        since document: Double?,
        by script: OwnScript = PageScript.lookAround,
        until deadline: ContinuousClock.Instant
    ) async throws -> DocumentState? {
        let place = try await looking(until: deadline) { attempt -> DocumentState? in
            if attempt == 1, document != nil { try await renewWorld(until: deadline) }
            let answer: Answer<Nothing>? = try await askNow(script, until: deadline)
            guard let place = answer?.place else {
                if context.frame == nil { try await enter([], until: deadline) }
                return nil
            }
            // Nothing is held back of frames in which the session is not, nor where the driver has no DevTools protocol.
            let isTold = !context.isOutside && hasDevTools
            let longest = isTold ? Self.longestDeparture : Self.longestUntold
            if place.document == document, let sinceUnload = place.sinceUnload,
                sinceUnload < longest || attempt < Self.fewestLooks
            {
                try await Task.sleep(for: .milliseconds(10))
                return nil
            }
            return place
        }
        return place
    }

    /// How old the last look may be to still tell where the page is.
    private static let freshness = Duration.milliseconds(50)

    /// Where the page is: from the last look at the top document where that has just been, or asked for.
    ///
    /// - Returns: URL and title.
    public func place(
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> (url: String, title: String) {
        try await explaining {
            let isFresh = documents.lookedAt.duration(to: .now) < Self.freshness
            if isFresh, let url = documents.place?.address ?? documents.place?.url,
                let title = documents.place?.title
            {
                return (url, title)
            }
            guard hasDevTools else { return try await placeOfDriver(until: deadline) }
            do {
                guard let top = try await topFrame(until: deadline) else {
                    return try await placeOfDriver(until: deadline)
                }
                let name: [String]? = try await call(PageScript.name, [], in: top, until: deadline)
                guard let name, name.count == 2 else { throw try await dialogError(saying: nil) }
                try checkAccess(to: name[0])
                return (name[0], name[1])
            } catch let error as WebDriverError {
                throw await explained(error)
            }
        }
    }

    /// The same by the driver's own commands, which fail where the page has cut the title within a character, or has an
    /// image or a form of the name `title`.
    private func placeOfDriver(
        until deadline: ContinuousClock.Instant
    ) async throws -> (url: String, title: String) {
        let url = try await send(.getCurrentURL, until: deadline)
        return (url, try await send(.getTitle, until: deadline))
    }
}
