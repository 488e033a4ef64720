import CanaryModel
import WebDriver

extension Page {
    /// Waits in the current frame until a target is ready, and prepares it in the same look.
    ///
    /// - Parameters:
    ///   - search: The target, and what is asked of it.
    ///   - attempt: Which attempt at the action it is, from 1.
    ///   - kept: What has kept the pointer from it before: why it is not ready where there was no time to see that.
    ///   - deadline: When to give up.
    /// - Returns: What was seen; its `element` is there and good until the page changes.
    /// - Throws: ``BrowserError`` with the diagnosis when it is not ready by the deadline.
    func find(
        _ search: TargetQuery,
        attempt: Int = 1,
        after kept: KeptFromTarget? = nil,
        until deadline: ContinuousClock.Instant
    ) async throws -> TargetObservation {
        var log = SightingLog()
        var last: TargetObservation?
        var earlier: SeenEarlier?
        let frame = context.frame ?? []
        let ready = try await looking(until: deadline) { attempt -> TargetObservation? in
            try await enter(frame, until: deadline)
            let start = log.waited
            guard let sighting = try await look(for: search, attempt: attempt, until: deadline) else {
                return nil
            }
            log.add(
                looks: sighting.looks,
                firstSeen: sighting.firstSeen,
                lastSeen: sighting.lastSeen,
                from: start
            )
            if last == nil || sighting.isUnproven != true { last = sighting }
            earlier = sighting.before ?? SeenEarlier(sighting.seen) ?? earlier
            if sighting.element == nil { context.view.isFresh = false }
            return sighting.element == nil ? nil : sighting
        }
        if let ready { return ready }
        guard last != nil || driver.lastPassing?.isStale == true else { throw unseen }
        if last?.isUnproven == true, let kept { throw kept.error(search, attempts: attempt) }
        var error = await notFound(search, last, earlier, log, in: frame)
        error.attempts = attempt
        throw error
    }

    /// One script's worth of looking, for so long at the most; `nil`: the page went away meanwhile.
    func look(
        for search: TargetQuery,
        attempt: Int,
        atMost longest: Duration = longestSlice,
        until deadline: ContinuousClock.Instant
    ) async throws -> TargetObservation? {
        let isNamed = search.target.needsAccessibilityTree
        let candidates = AccessibilityLookup(
            isAgain: attempt > 1,
            longest: longest,
            enough: AccessibilityLookup.some,
            isByLabel: [.check, .click, .present].contains(search.need),
            looksIntoClosedTrees: attempt > 1 || search.target.alternatives.count == 1,
            deadline: deadline
        )
        let target = try await resolved(search.target, candidates)
        let isLate = search.restlessFrom.map { $0 <= .now } ?? false
        let awaitsReading = search.unreadFrom.map { $0 > .now } ?? false
        let turns = [search.restlessFrom, search.unreadFrom].compactMap(\.self).filter { $0 > .now }
        let end = turns.reduce(deadline, min)
        let request = TargetRequest(
            target: target,
            need: search.need,
            preparation: search.preparation,
            slice: slice(until: end, atMost: isNamed ? min(longest, .milliseconds(300)) : longest),
            isFrameHidden: context.view.isHidden,
            isDrawn: documents.isDrawn,
            presses: search.presses,
            isLate: isLate,
            awaitsReading: awaitsReading
        )
        var sighting: TargetObservation? = try await ask(PageScript.awaitTarget, request, until: deadline)
        if let looks = sighting?.looks { sighting?.seen.looks = looks + target.vainLooks }
        return sighting
    }

    private func notFound(
        _ search: TargetQuery,
        _ last: TargetObservation?,
        _ earlier: SeenEarlier?,
        _ log: SightingLog,
        in frame: [Target]
    ) async -> BrowserError {
        var diagnosis = Diagnosis(of: search.target, wanted: search.wanted, reason: .detached)
        // Where nothing could be told of what matched, it was replaced at each look.
        if let last { diagnosis.take(last) } else { (diagnosis.matches, diagnosis.visibleMatches) = (1, 1) }
        diagnosis.take(log)
        if let earlier { diagnosis.take(earlier) }
        diagnosis.frame = frame.map(\.written)
        let late = ContinuousClock.now + evidenceTime(Self.longestLateness)
        await explain(&diagnosis, of: search.target, for: search, lateUntil: late)
        return BrowserError(
            .selector,
            "\(search.target.written) did not come \(search.wanted)",
            diagnoses: [diagnosis]
        )
    }
}

extension Diagnosis {
    mutating func take(_ sighting: TargetObservation) {
        if let seen = sighting.reason { reason = seen }
        actual = sighting.actual
        matches = sighting.matches ?? 0
        visibleMatches = sighting.visible ?? 0
        elements = sighting.elements ?? []
        coveredBy = sighting.coveredBy
        hiddenBy = sighting.hiddenBy
        url = sighting.place.url
        title = sighting.place.title
    }

    /// Tells why it was not ready while it was there, where it is not any more.
    fileprivate mutating func take(_ earlier: SeenEarlier) {
        guard reason == .absent, matches == 0, let lastSeen, earlier.isUnproven != true,
            let before = earlier.reason
        else { return }
        (reason, goneAfter) = (before, lastSeen)
        (elements, coveredBy, hiddenBy) = (earlier.elements ?? [], earlier.coveredBy, earlier.hiddenBy)
        visibleMatches = earlier.visible ?? 0
    }

    /// Takes in why the frame to look in could not be entered.
    mutating func take(frame: Diagnosis) {
        (matches, visibleMatches, elements) = (frame.matches, frame.visibleMatches, frame.elements)
        (actual, hiddenBy, suggestions) = (frame.actual, frame.hiddenBy, frame.suggestions)
    }

    mutating func take(_ log: SightingLog) {
        (firstSeen, lastSeen, waited, looks) = (log.firstSeen, log.lastSeen, log.waited, log.looks)
    }
}
