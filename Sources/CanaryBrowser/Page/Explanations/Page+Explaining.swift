import CanaryModel
import WebDriver

extension Page {
    /// How long is looked for what a target is to be within.
    private static let longestPlacing = Duration.milliseconds(100)

    /// Adds to the diagnosis of a target what is only looked for where it counts: that it is hidden, the options that it
    /// has, what the quotes keep from it, or that the place it is to be within is not there; and, where somebody reads it
    /// of it, when it came too late and what may be meant instead.
    func explain(
        _ diagnosis: inout Diagnosis,
        of target: Target,
        for query: TargetQuery? = nil,
        lateUntil late: ContinuousClock.Instant
    ) async {
        if step.isExplaining { diagnosis.appearedAfter = await lateness(of: target, diagnosis, until: late) }
        await tellHidden(&diagnosis, of: target)
        if diagnosis.reason == .noOption, case .option(let choice) = query?.preparation {
            diagnosis.actual = await options(of: target, near: choice)
        }
        diagnosis.unquoted = await unquoted(target, diagnosis)
        diagnosis.absentPlace = await absentPlace(of: target, diagnosis)
        if diagnosis.reason == .absent, diagnosis.firstSeen == nil, diagnosis.appearedAfter == nil {
            diagnosis.hasClosedTrees = await toldClosedTrees()
        }
        if step.isExplaining {
            diagnosis.suggestions = await suggestions(for: target, diagnosis, of: query)
        }
    }

    /// Tells as hidden what the accessibility tree has not, since it cannot be seen or is kept from it, and as covered
    /// what is so behind an open dialog: a role or label then matches nothing.
    private func tellHidden(
        _ diagnosis: inout Diagnosis,
        of target: Target
    ) async {
        guard diagnosis.reason == .absent, diagnosis.firstSeen == nil, diagnosis.appearedAfter == nil,
            target.needsAccessibilityTree
        else { return }
        let seen: SeenHidden? = await asked(
            PageScript.hidden,
            [target.unresolved],
            losing: "whether \(target.written) is hidden"
        )
        guard let seen else { return }
        diagnosis.reason = seen.coveredBy == nil ? .hidden : .covered
        diagnosis.coveredBy = seen.coveredBy
        diagnosis.hiddenBy = seen.hiddenBy
        (diagnosis.matches, diagnosis.visibleMatches) = (seen.matches, seen.visible)
        diagnosis.elements = Array(seen.elements.prefix(5))
    }

    /// The text that a target would match if it were not quoted.
    private func unquoted(_ target: Target, _ diagnosis: Diagnosis) async -> String? {
        let wanted = target.unresolved
        guard diagnosis.reason == .absent, diagnosis.firstSeen == nil,
            wanted.alternatives.contains(where: \.exact)
        else { return nil }
        let lost = "whether quotes keep \(target.written) from matching"
        return await asked(PageScript.unquoted, [wanted], losing: lost)
    }

    /// The outermost of the places that a target is to be within that is not there, as written.
    ///
    /// - Returns: `nil` where all are, where the target has alternatives, or the page cannot tell.
    private func absentPlace(of target: Target, _ diagnosis: Diagnosis) async -> String? {
        guard diagnosis.reason == .absent, diagnosis.firstSeen == nil else { return nil }
        var absent: String?
        var next = target.soleSelector?.within
        while let place = next {
            let query = TargetQuery(target: place, need: .present, wanted: "to be there")
            do {
                let seen = try await look(
                    for: query,
                    attempt: 1,
                    atMost: Self.longestPlacing,
                    until: .now + Self.longestEvidence
                )
                guard seen?.matches == 0 else { return absent }
            } catch {
                return absent
            }
            absent = place.written
            next = place.soleSelector?.within
        }
        return absent
    }
}

extension Target {
    /// Its selector, where it has no alternatives.
    fileprivate var soleSelector: Selector? { alternatives.count == 1 ? alternatives.first : nil }
}
