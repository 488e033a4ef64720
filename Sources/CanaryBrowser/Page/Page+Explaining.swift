import CanaryModel
import WebDriver

extension Page {
    /// How long suggestions may take where what came before has used up their time, as on a busy machine.
    private static let leastSuggesting = Duration.milliseconds(100)
    /// How long is looked for what a target is to be within.
    private static let longestPlacing = Duration.milliseconds(100)

    /// Adds to the diagnosis of a target what is only looked for where it counts: when it came too late, that it is
    /// hidden, what may be meant instead, the options that it has, or that the place it is to be within is not there.
    func explain(
        _ diagnosis: inout Diagnosis,
        of target: Target,
        for search: Search? = nil,
        lateUntil late: ContinuousClock.Instant
    ) async {
        diagnosis.appearedAfter = await lateness(of: target, diagnosis, until: late)
        let deadline = late + evidenceTime(Self.longestSuggesting)
        await tellHidden(&diagnosis, of: target)
        if diagnosis.reason == .noOption, case .option(let choice) = search?.preparation {
            diagnosis.actual = await options(of: target, near: choice, until: deadline)
        }
        diagnosis.suggestions = await suggestions(
            for: target,
            diagnosis,
            of: search,
            until: max(deadline, .now + evidenceTime(Self.leastSuggesting))
        )
        diagnosis.absentPlace = await absentPlace(of: target, diagnosis)
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
        let command = Command<SeenHidden?>.executeSync(PageScript.hidden, arguments: [target.unresolved])
        guard let seen = await asked(command, losing: "whether \(target.written) is hidden") else { return }
        diagnosis.reason = seen.coveredBy == nil ? .hidden : .covered
        diagnosis.coveredBy = seen.coveredBy
        diagnosis.hiddenBy = seen.hiddenBy
        (diagnosis.matches, diagnosis.visibleMatches) = (seen.matches, seen.visible)
        diagnosis.elements = Array(seen.elements.prefix(5))
    }

    /// The outermost of the places that a target is to be within that is not there, as written.
    ///
    /// - Returns: `nil` where all are, where the target has alternatives, or the page cannot tell.
    private func absentPlace(of target: Target, _ diagnosis: Diagnosis) async -> String? {
        guard diagnosis.reason == .absent, diagnosis.firstSeen == nil else { return nil }
        var absent: String?
        var next = target.soleSelector?.within
        while let place = next {
            let search = Search(target: place, need: .present, wanted: "to be there")
            do {
                let seen = try await look(
                    for: search,
                    attempt: 1,
                    until: .now + evidenceTime(Self.longestPlacing)
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
