import CanaryModel
import WebDriver

// Actions of the pointer. In the top document it moves to the point that was seen to be hit; in frames it is led there by
// `Page+Leading.swift`, which sees whether something of an outer document lies over the frame.

extension Locator {
    /// Clicks with the primary button, once the target is visible, still, enabled and not covered.
    ///
    /// - Throws: ``BrowserError`` with the diagnosis where it does not become so by the deadline.
    @discardableResult
    public func click(until deadline: ContinuousClock.Instant) async throws(BrowserError) -> ActionReport {
        try await page.explaining {
            try await point(.click, "to be clickable", [.down(), .up()], until: deadline)
        }
    }

    /// Clicks twice, as a double click.
    @discardableResult
    public func doubleClick(
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> ActionReport {
        try await page.explaining {
            try await point(.click, "to be clickable", [.down(), .up(), .down(), .up()], until: deadline)
        }
    }

    /// Clicks with the secondary button.
    @discardableResult
    public func rightClick(until deadline: ContinuousClock.Instant) async throws(BrowserError) -> ActionReport
    {
        try await page.explaining {
            try await point(.click, "to be clickable", [.down(button: 2), .up(button: 2)], until: deadline)
        }
    }

    /// Moves the pointer over the target, once it is visible, still and not covered.
    @discardableResult
    public func hover(until deadline: ContinuousClock.Instant) async throws(BrowserError) -> ActionReport {
        try await page.explaining {
            try await point(.point, "to be reached by the pointer", [], until: deadline)
        }
    }

    /// Scrolls the target into view.
    @discardableResult
    public func scrollIntoView(
        until deadline: ContinuousClock.Instant
    ) async throws(BrowserError) -> ActionReport {
        try await page.explaining {
            let query = TargetQuery(
                target: target,
                need: .visible,
                preparation: .scroll,
                wanted: "to be visible"
            )
            return try await page.act(on: query, in: frame, until: deadline) { _ in true }.1
        }
    }

    private func point(
        _ need: TargetRequest.Need,
        _ wanted: String,
        _ steps: [PointerStep],
        until deadline: ContinuousClock.Instant
    ) async throws -> ActionReport {
        let presses = steps.count { if case .down = $0 { true } else { false } }
        let query = TargetQuery(target: target, need: need, presses: presses, wanted: wanted)
        let (notes, report) = try await page.act(on: query, in: frame, until: deadline) { observation in
            try await page.point(at: observation, query, steps, until: deadline)
        }
        return report.adding(notes)
    }
}

extension Page {
    /// Moves the pointer to an element that is ready, and does something with it there.
    ///
    /// - Returns: Notes: whether no click came of it; `nil`: the page has gone on, try again.
    /// - Throws: ``KeptFromTarget`` where something lay over the element; ``BrowserError`` and `WebDriverError` as commands do.
    func point(
        at observation: TargetObservation,
        _ query: TargetQuery,
        _ steps: [PointerStep],
        until deadline: ContinuousClock.Instant
    ) async throws -> [String]? {
        guard let element = observation.element else { return nil }
        if isInTopDocument {
            guard let point = observation.point else { return nil }
            try await perform([.move(to: point)], until: deadline)
            try await awaitAnswer(with: observation.root, until: deadline)
        } else {
            guard let isThere = try await leadPointer(over: element, until: deadline) else { return nil }
            if !isThere { throw KeptFromTarget(observation, by: nil) }
        }
        let sent = try await perform(steps, until: deadline)
        if hasMissed(observation, by: sent, now: try await arrival(until: deadline)) { return nil }
        try await perform([.rest(Self.pause)], until: deadline)
        return try await notes(afterPress: observation, query, by: sent, until: deadline)
    }

    /// Waits for what a press has started.
    ///
    /// A click that was lost as the page moved its element is a note and no more: the press alone may have been what
    /// the page waits for, and then a second one would undo it.
    ///
    /// - Returns: Notes; `nil` where the page was gone: try again.
    /// - Throws: ``KeptFromTarget`` where something came between.
    private func notes(
        afterPress observation: TargetObservation,
        _ query: TargetQuery,
        by sent: ContinuousClock.Instant,
        until deadline: ContinuousClock.Instant
    ) async throws -> [String]? {
        let place = try await settleIfOpen(since: observation.place.document, until: deadline)
        if hasMissed(observation, by: sent, now: place) { return nil }
        guard let cover = place?.missed else {
            let lost = place?.lost.map(Self.lostClick)
            // Not of a box, which is clicked again where a note says that no click came.
            let invalid =
                observation.checked == nil ? place?.invalid.map { "a field is invalid: \($0)" } : nil
            return [lost, invalid].compactMap(\.self)
        }
        throw KeptFromTarget(observation, by: cover)
    }

    private static func lostClick(_ below: String) -> String {
        "it was pressed, but no click came to it: the page moved or replaced it, or took the pointer, and the button was let go over \(below)"
    }

    /// Sends an action and waits for the navigation that it starts.
    @discardableResult
    func perform(
        _ command: Command<Nothing>,
        on observation: TargetObservation,
        until deadline: ContinuousClock.Instant
    ) async throws -> DocumentState? {
        try await attempt(command, once: observation.place, until: deadline)
        return try await settleIfOpen(since: observation.place.document, until: deadline)
    }

    /// Waits for what an action started; a window that it closed is what was asked, and told by the next step
    /// that needs it.
    @discardableResult
    func settleIfOpen(
        since document: Double?,
        until deadline: ContinuousClock.Instant
    ) async throws -> DocumentState? {
        do {
            return try await settle(since: document, until: deadline)
        } catch let error as BrowserError where error.code == .window {
            documents.place = nil
            return nil
        }
    }
}
