import CanaryModel
import WebDriver

extension Page {
    /// Waits in the current frame until a target is ready, and prepares it in the same look.
    ///
    /// - Parameters:
    ///   - query: The target, and what is asked of it.
    ///   - attempt: Which attempt at the action it is, from 1.
    ///   - kept: What has kept the pointer from it before: why it is not ready where there was no time to see that.
    ///   - deadline: When to give up.
    /// - Returns: What was seen; its `element` is there and good until the page changes.
    /// - Throws: ``BrowserError`` with the diagnosis when it is not ready by the deadline.
    func find(
        _ query: TargetQuery,
        attempt: Int = 1,
        after kept: KeptFromTarget? = nil,
        until deadline: ContinuousClock.Instant
    ) async throws -> TargetObservation {
        var log = ObservationLog()
        var last: TargetObservation?
        var earlier: SeenEarlier?
        let frame = context.frame ?? []
        let ready = try await looking(until: deadline) { attempt -> TargetObservation? in
            try await enter(frame, until: deadline)
            let start = log.waited
            guard let observation = try await look(for: query, attempt: attempt, until: deadline) else {
                return nil
            }
            log.add(
                looks: observation.looks,
                firstSeen: observation.firstSeen,
                lastSeen: observation.lastSeen,
                from: start
            )
            if last == nil || observation.isUnproven != true { last = observation }
            earlier = observation.before ?? SeenEarlier(observation.seen) ?? earlier
            if observation.element == nil { context.view.isFresh = false }
            return observation.element == nil ? nil : observation
        }
        if let ready { return ready }
        guard last != nil || lastPassing?.isStale == true else { throw unseen }
        if last?.isUnproven == true, let kept { throw kept.error(query, attempts: attempt) }
        var error = await notFound(query, last, earlier, log, in: frame)
        error.attempts = attempt
        throw error
    }

    /// One script's worth of looking, for so long at the most; `nil`: the page went away meanwhile.
    func look(
        for query: TargetQuery,
        attempt: Int,
        atMost longest: Duration = longestSlice,
        until deadline: ContinuousClock.Instant
    ) async throws -> TargetObservation? {
        let isNamed = query.target.needsAccessibilityTree
        let candidates = AccessibilityLookup(
            isAgain: attempt > 1,
            longest: longest,
            enough: AccessibilityLookup.some,
            isByLabel: [.check, .click, .present].contains(query.need),
            looksIntoClosedTrees: attempt > 1 || query.target.alternatives.count == 1,
            deadline: deadline
        )
        let target = try await resolved(query.target, candidates)
        let isLate = query.restlessFrom.map { $0 <= .now } ?? false
        let awaitsReading = query.unreadFrom.map { $0 > .now } ?? false
        let turns = [query.restlessFrom, query.unreadFrom].compactMap(\.self).filter { $0 > .now }
        let end = turns.reduce(deadline, min)
        let request = TargetRequest(
            target: target,
            need: query.need,
            preparation: query.preparation,
            slice: slice(until: end, atMost: isNamed ? min(longest, .milliseconds(300)) : longest),
            isFrameHidden: context.view.isHidden,
            isDrawn: documents.isDrawn,
            presses: query.presses,
            isLate: isLate,
            awaitsReading: awaitsReading
        )
        var observation: TargetObservation? = try await ask(PageScript.awaitTarget, request, until: deadline)
        if let looks = observation?.looks { observation?.seen.looks = looks + target.vainLooks }
        return observation
    }

    private func notFound(
        _ query: TargetQuery,
        _ last: TargetObservation?,
        _ earlier: SeenEarlier?,
        _ log: ObservationLog,
        in frame: [Target]
    ) async -> BrowserError {
        var diagnosis = Diagnosis(of: query.target, wanted: query.wanted, reason: .detached)
        // Where nothing was known of what matched, it was replaced at each look.
        if let last { diagnosis.take(last) } else { (diagnosis.matches, diagnosis.visibleMatches) = (1, 1) }
        diagnosis.take(log)
        if let earlier { diagnosis.take(earlier) }
        diagnosis.frame = frame.map(\.written)
        let late = ContinuousClock.now + evidenceTime(Self.longestLateness)
        await explain(&diagnosis, of: query.target, for: query, lateUntil: late)
        return BrowserError(
            .selector,
            "\(query.target.written) did not come \(query.wanted)",
            diagnoses: [diagnosis]
        )
    }
}

extension Diagnosis {
    mutating func take(_ observation: TargetObservation) {
        if let seen = observation.reason { reason = seen }
        actual = observation.actual
        matches = observation.matches ?? 0
        visibleMatches = observation.visible ?? 0
        elements = observation.elements ?? []
        coveredBy = observation.coveredBy
        hiddenBy = observation.hiddenBy
        url = observation.place.url
        title = observation.place.title
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

    mutating func take(_ log: ObservationLog) {
        (firstSeen, lastSeen, waited, looks) = (log.firstSeen, log.lastSeen, log.waited, log.looks)
    }
}
