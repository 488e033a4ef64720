import CanaryModel
import WebDriver

extension Page {
    /// How long all suggestions of one failure may take together.
    static let longestSuggesting = Duration.milliseconds(300)

    /// Selectors that may be meant instead, each verified to match one visible element.
    ///
    /// Near ones for a target that was never there, the target in its frame where it is in one, one for each match
    /// of a target that has several, what takes the click that it lets through, what suits the action near to what does
    /// not; for a frame that was never there, the frames that are.
    ///
    /// - Returns: At most 5; none where the page cannot be asked, since it is the failure that counts.
    func suggestions(
        for target: Target,
        _ diagnosis: Diagnosis,
        of search: Search? = nil,
        until deadline: ContinuousClock.Instant
    ) async -> [String] {
        guard let script = script(for: target, diagnosis, of: search) else { return [] }
        let some = CandidateSearch(longest: .zero, enough: CandidateSearch.some, deadline: deadline)
        let isThere = diagnosis.reason != .absent && diagnosis.reason != .hidden
        do {
            let asked = isThere ? try await resolved(target, some) : target.unresolved
            return try await names(by: script, target, asked, of: search, until: deadline)
        } catch {
            return []
        }
    }

    /// The script that finds them; `nil` where the reason asks for none.
    private func script(for target: Target, _ diagnosis: Diagnosis, of search: Search?) -> PreparedScript? {
        let isForFrame = search?.isForFrame == true
        return switch diagnosis.reason {
        case .absent where diagnosis.appearedAfter == nil: isForFrame ? PageScript.frames : PageScript.near
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
        near choice: OptionChoice,
        until deadline: ContinuousClock.Instant
    ) async -> String? {
        let search = CandidateSearch(longest: .zero, enough: CandidateSearch.some, deadline: deadline)
        let asked =
            switch choice {
            case .label(let label): ["label": label]
            case .value(let value): ["value": value]
            }
        do {
            let arguments: [any Encodable & Sendable] = [try await resolved(target, search), asked]
            let command = Command<String?>.executeSync(PageScript.options, arguments: arguments)
            return await self.asked(command, losing: "the options of \(target.written)")
        } catch {
            return nil  // the page cannot be asked: it is the failure that counts
        }
    }

    private func names(
        by script: PreparedScript,
        _ target: Target,
        _ asked: PageTarget,
        of search: Search?,
        until deadline: ContinuousClock.Instant
    ) async throws -> [String] {
        let left = ContinuousClock.now.duration(to: deadline).milliseconds
        guard left > 0 else {
            loseEvidence("what \(target.written) may mean instead", "there was no time left for it")
            return []
        }
        let arguments: [any Encodable & Sendable] = [
            asked, left, target.frame.isEmpty, search?.kind, search?.isForText,
        ]
        let command = Command<[String]?>.executeSync(script, arguments: arguments)
        return await self.asked(command, losing: "what \(target.written) may mean instead") ?? []
    }
}
