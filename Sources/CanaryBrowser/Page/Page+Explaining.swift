import CanaryModel
import WebDriver

extension Page {
    /// Adds to the diagnosis of a target what is only looked for where it counts: when it came too late, that it is
    /// hidden, or what may be meant instead.
    func explain(
        _ diagnosis: inout Diagnosis,
        of target: Target,
        isFrame: Bool = false,
        lateUntil late: ContinuousClock.Instant
    ) async {
        diagnosis.appearedAfter = await lateness(of: target, diagnosis, until: late)
        let deadline = late + Self.longestSuggesting
        await tellHidden(&diagnosis, of: target, until: deadline)
        diagnosis.suggestions = await suggestions(
            for: target,
            diagnosis,
            isFrame: isFrame,
            until: deadline
        )
    }

    /// Tells as hidden what no accessibility tree has since it cannot be seen: a role or label then matches nothing.
    private func tellHidden(
        _ diagnosis: inout Diagnosis,
        of target: Target,
        until deadline: ContinuousClock.Instant
    ) async {
        guard diagnosis.reason == .absent, diagnosis.firstSeen == nil, diagnosis.appearedAfter == nil,
            target.needsAccessibilityTree
        else { return }
        let command = Command<[String]?>.executeSync(PageScript.hidden, arguments: [target.unresolved])
        do {
            let found = try await live.session.send(command, deadline: deadline + .milliseconds(500)) ?? []
            if found.isEmpty { return }
            diagnosis.reason = .hidden
            diagnosis.matches = found.count
            diagnosis.elements = Array(found.prefix(5))
        } catch {
            return  // the page cannot be asked: it is the failure that counts
        }
    }
}
