import CanaryModel
import WebDriver

extension Page {
    /// How long all suggestions of one failure may take together.
    static let longestSuggesting = Duration.milliseconds(300)

    /// Selectors that may be meant instead, each verified to match one visible element.
    ///
    /// Near ones for a target that was never there, the target in its frame where it is in one, one for each match
    /// of a target that has several, what takes the click that it lets through; for a frame that was never there, the
    /// frames that are.
    ///
    /// - Returns: At most 5; none where the page cannot be asked, since it is the failure that counts.
    func suggestions(
        for target: Target,
        _ diagnosis: Diagnosis,
        of search: Search? = nil,
        until deadline: ContinuousClock.Instant
    ) async -> [String] {
        let need = search?.need
        do {
            switch diagnosis.reason {
            case .absent where diagnosis.appearedAfter == nil:
                let script = search?.isForFrame == true ? PageScript.frames : PageScript.near
                return try await names(by: script, target, target.unresolved, need, until: deadline)
            case .unsuitable where search?.isForFrame == true:
                return try await names(by: PageScript.frames, target, target.unresolved, until: deadline)
            case .hidden where target.frame.isEmpty:
                return try await names(by: PageScript.inFrames, target, target.unresolved, until: deadline)
            case .ambiguous, .passedThrough:
                let some = CandidateSearch(longest: .zero, enough: CandidateSearch.some, deadline: deadline)
                let found = try await resolved(target, some)
                let script = diagnosis.reason == .ambiguous ? PageScript.narrowed : PageScript.below
                let isForText = search?.isForText == true
                return try await names(by: script, target, found, need, isForText, until: deadline)
            default:
                return []
            }
        } catch {
            return []
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
            return try await live.session.send(command, deadline: deadline + .milliseconds(500))
        } catch {
            return nil  // the page cannot be asked: it is the failure that counts
        }
    }

    private func names(
        by script: PreparedScript,
        _ target: Target,
        _ asked: PageTarget,
        _ need: TargetRequest.Need? = nil,
        _ isForText: Bool = false,
        until deadline: ContinuousClock.Instant
    ) async throws -> [String] {
        let left = ContinuousClock.now.duration(to: deadline).milliseconds
        guard left > 0 else { return [] }
        let arguments: [any Encodable & Sendable] = [asked, left, target.frame.isEmpty, need, isForText]
        let command = Command<[String]?>.executeSync(script, arguments: arguments)
        return try await live.session.send(command, deadline: deadline + .milliseconds(500)) ?? []
    }
}
