import CanaryModel
import WebDriver

// Input must reach the page once, and it must be known whether it did.
//
// Where the dialog of a `beforeunload` handler interrupts a command while the navigation goes on, chromedriver (156)
// does the whole command again in the next document: an element that it names is stale there, which reads as if nothing
// had been done, and input that names none is given to that document, which was never meant. So input is bound to its
// document by an element of it, and leaves a mark in the driver as soon as the page gets it: a finger that touches
// nothing, of which no page learns, and whose place the driver keeps from one command to the next.

extension Page {
    /// Performs the actions of a source, the first of which only leads up to what the page is to get.
    ///
    /// - Parameters:
    ///   - source: The actions; the first names an element, moves the pointer to a point, or rests.
    ///   - anchor: An element of the document that is meant, where the actions name none.
    ///   - deadline: When to give up.
    /// - Throws: `WebDriverError` where the page got nothing of it: it may be tried again.
    func press(
        _ source: ActionSequence,
        anchor: Element? = nil,
        until deadline: ContinuousClock.Instant
    ) async throws {
        guard live.session.capabilities.chromedriverVersion != nil else {
            try await attempt(.performActions([source]), until: deadline)
            return
        }
        marksMade += 1
        let mark = "mark \(marksMade)"
        var sources = [Self.finger(mark, [.pause(.zero), .move(x: 1, y: 0)])]
        // One in a frame that is looked into from outside is not known to the session.
        if let anchor, !isOutside { sources.append(Self.finger("anchor", [.move(to: anchor)])) }
        do {
            try await attempt(.performActions(sources + [source]), until: deadline)
        } catch let error as WebDriverError where error.code == .moveTargetOutOfBounds && anchor != nil {
            // In a frame the driver takes the view for that of the top document.
            try await attempt(.performActions([source]), until: deadline)
        } catch let error as WebDriverError where error.isOfLostDocument {
            guard try await hasMoved(mark, until: deadline) else { throw error }
        }
    }

    /// Whether a finger has left the corner of the view: from there it cannot move further out.
    private func hasMoved(_ finger: String, until deadline: ContinuousClock.Instant) async throws -> Bool {
        let back = Self.finger(finger, [.move(x: -1, y: 0, origin: .pointer)])
        return try await looking(until: deadline) { _ -> Bool? in
            do {
                try await attempt(.performActions([back]), until: deadline)
                return true
            } catch let error as WebDriverError where error.code == .moveTargetOutOfBounds {
                return false
            }
        } ?? true  // it cannot be told, and what may have been done is not done again
    }

    private static func finger(_ id: String, _ actions: [PointerAction]) -> ActionSequence {
        .pointer(id: id, .touch, actions)
    }

    /// Sends a command that acts on an element, which leaves no mark: it counts as done where the navigation to the
    /// document that is there now began after the one that was acted on had been looked at.
    ///
    /// - Throws: `WebDriverError` where the page got nothing of it: it may be tried again.
    func attempt(
        _ command: Command<Nothing>,
        once place: Place,
        until deadline: ContinuousClock.Instant
    ) async throws {
        do {
            try await attempt(command, until: deadline)
        } catch let error as WebDriverError where error.isOfLostDocument {
            guard try await hasLeft(place, until: deadline) else { throw error }
        }
    }

    /// Whether the page has gone on to another document since a look at one.
    func hasLeft(_ place: Place, until deadline: ContinuousClock.Instant) async throws -> Bool {
        guard let document = place.document, let age = place.age else { return false }
        let now = try await looking(until: deadline) { _ -> Place? in
            try await enter([], until: deadline)
            let answer: Answer<Nothing>? = try await askNow(PageScript.lookAround, until: deadline)
            return answer?.place
        }
        guard let began = now?.document else { return false }
        return began != document && began > document + age
    }
}

extension WebDriverError {
    /// Whether the driver says of input that its document or element is gone.
    var isOfLostDocument: Bool {
        isStale || [.noSuchElement, .noSuchExecutionContext, .abortedByNavigation].contains(code)
    }
}
