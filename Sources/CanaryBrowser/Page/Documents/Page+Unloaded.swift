import CanaryModel
import WebDriver

extension Page {
    /// How long is asked what a page that did not load in time is waiting for.
    private static let longestUnloaded = Duration.milliseconds(500)

    /// What a page that did not load in time is waiting for, as far as it tells: its server, a part of it that the parser
    /// needs, or the browser itself.
    func unloaded() async -> BrowserError {
        let error = BrowserError(.timeout, "the page did not load in time")
        if let strain = recentStrain, strain.isStarved { return error.blaming(strain) }
        guard let place = await unfinishedPlace() else { return error }
        guard place.isUnfinished == true else { return error.adding("its server has not answered") }
        guard place.isReceived == true else {
            return error.adding("its server has not sent the whole document")
        }
        if let awaited = place.awaited?.first {
            return error.adding("it waits for \(awaited), which has not come")
        }
        let cause = "all of its document is there, but the browser is busy with it, or goes on to another"
        return error.adding(cause, help: MachineLoad.current?.remark)
    }

    private func unfinishedPlace() async -> DocumentState? {
        do {
            let answer: Answer<Nothing>? = try await run(
                PageScript.lookAround,
                until: .now + Self.longestUnloaded,
                isVital: false
            )
            guard let place = answer?.place, place.isTop == true else { return nil }
            documents.place = place
            // It is stopped: a picture would wait for ever.
            if place.isUndrawn == true { documents.undrawableDocument = place.document }
            return place
        } catch {
            return nil  // the page cannot be asked: it is the failure that counts
        }
    }
}

extension BrowserError {
    fileprivate func adding(_ cause: String, help: String? = nil) -> BrowserError {
        BrowserError(code, "\(message): \(cause)", help: help)
    }
}
