import CanaryModel
import WebDriver

// Every script of ours tells how its document came, so that a step which lands on one that failed costs no command of
// its own to be noticed: only then is more asked.

extension Page {
    /// The top document, as it was looked at last; `nil` where it was not since the page went to another.
    public var landing: Landing? { documents.place.map(Landing.init) }

    /// Waits until the page goes on from a document by itself, as one that fails may do a little later.
    ///
    /// - Returns: Whether it has gone on to another by the deadline.
    public func departs(
        from landing: Landing?,
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> Bool {
        try await explaining {
            let isElsewhere = try await looking(until: deadline) { _ -> Bool? in
                try await enter([], until: deadline)
                let request = ["slice": slice(until: deadline)]
                let answer: Answer<Nothing>? = try await ask(
                    PageScript.awaitDeparture,
                    request,
                    until: deadline
                )
                guard let place = answer?.place else { return nil }
                return Landing(place).isSame(as: landing) ? nil : true
            }
            return isElsewhere ?? false
        }
    }

    /// Takes in how the document of a frame came.
    func noteFrame(_ place: DocumentState) {
        let landing = Landing(place)
        guard landing.isErrorPage || landing.status ?? 0 >= 500 else { return }
        if !(context.failedFrames + context.toldFrames).contains(where: landing.isSame) {
            context.failedFrames.append(landing)
        }
    }

    /// The documents of frames that have failed since this was asked last.
    public func takeFailedFrames() -> [Landing] {
        defer { (context.toldFrames, context.failedFrames) = (context.toldFrames + context.failedFrames, []) }
        return context.failedFrames
    }

    /// Takes in that the document has broken off: a picture must not wait for what never is drawn of it.
    public func noteBreakOff(until deadline: ContinuousClock.Instant) async throws(BrowserError) {
        try await explaining {
            try await enter([], until: deadline)
            let answer: Answer<Nothing>? = try await askNow(PageScript.lookAround, until: deadline)
            if answer?.place.isUndrawn == true { documents.undrawableDocument = answer?.place.document }
        }
    }

    /// Why the browser shows its own error page in place of `url`, where no log of the network tells: it is asked to load
    /// it once more.
    public func loadError(
        of landing: Landing,
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> BrowserError {
        try await explaining {
            try await loadError(of: landing.url, until: deadline)
        }
    }
}
