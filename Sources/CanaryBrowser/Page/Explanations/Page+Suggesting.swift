import CanaryModel
import WebDriver

extension Page {
    /// How long the page may look for them: 10 to 50 ms will do, but on large pages.
    private static let longestSuggesting = Duration.seconds(1)

    /// The most selectors that are offered.
    private static let mostSuggestions = 5

    /// Selectors that may be meant instead, each verified to match one visible element.
    ///
    /// Near ones for a target that was never there, the target in its frame where it is in one, one for each match
    /// of a target that has several, what takes the click that it lets through, what suits the action near to what does
    /// not; for a frame that was never there, the frames that are.
    ///
    /// - Returns: At most 5.
    func suggestions(
        for target: Target,
        _ diagnosis: Diagnosis,
        of query: TargetQuery? = nil
    ) async -> [String] {
        guard let script = script(for: target, diagnosis, of: query) else { return [] }
        let isThere = diagnosis.reason != .absent && diagnosis.reason != .hidden
        let what = "what \(target.written) may mean instead"
        do {
            let found = isThere ? try await resolved(target, Self.someNow) : target.unresolved
            let request = SuggestionRequest(
                target: found,
                time: evidenceTime(Self.longestSuggesting).milliseconds,
                isInTop: target.frame.isEmpty,
                kind: query?.kind,
                isForText: query?.isForText
            )
            let names: [NearName]? = await asked(script, [request], losing: what)
            var suggestions: [String] = []
            for name in names ?? [] where suggestions.count < Self.mostSuggestions {
                if let written = try await confirmed(name) { suggestions.append(written) }
            }
            return suggestions
        } catch {
            if !Task.isCancelled { loseEvidence(what, "the page could not be asked") }
            return []
        }
    }

    /// Some of the elements that have a role or label now.
    private static var someNow: AccessibilityLookup {
        AccessibilityLookup(
            longest: .zero,
            enough: AccessibilityLookup.some,
            deadline: .now + longestEvidence
        )
    }

    /// A name as it is offered, where it is one; roles and labels are confirmed by the accessibility tree.
    private func confirmed(_ name: NearName) async throws -> String? {
        guard let target = name.unconfirmed else { return name.written }
        let query = TargetQuery(target: target, need: .visible, wanted: "to be visible")
        let seen = try await look(
            for: query,
            attempt: 1,
            atMost: .zero,
            until: .now + Self.longestEvidence
        )
        return seen?.element == nil ? name.otherwise : name.written
    }

    /// The script that finds them; `nil` where the reason asks for none.
    private func script(for target: Target, _ diagnosis: Diagnosis, of query: TargetQuery?) -> OwnScript? {
        let isForFrame = query?.isForFrame == true
        return switch diagnosis.reason {
        case .absent where diagnosis.appearedAfter == nil: isForFrame ? PageScript.frames : PageScript.near
        case .unsuitable where isForFrame && diagnosis.actual != nil: nil  // it is one, and has not loaded
        case .unsuitable: isForFrame ? PageScript.frames : PageScript.controls
        case .hidden where target.frame.isEmpty: PageScript.inFrames
        case .ambiguous: PageScript.narrowed
        case .passedThrough: PageScript.below
        default: nil
        }
    }

    /// The options of a list that has not the one that is asked for, of many those that are most like it.
    ///
    /// - Returns: They in words; `nil` where the page cannot be asked.
    func options(
        of target: Target,
        near choice: OptionChoice
    ) async -> String? {
        do {
            let request = OptionsRequest(try await resolved(target, Self.someNow), choice)
            return await asked(PageScript.options, [request], losing: "the options of \(target.written)")
        } catch {
            return nil  // the page cannot be asked: it is the failure that counts
        }
    }
}
