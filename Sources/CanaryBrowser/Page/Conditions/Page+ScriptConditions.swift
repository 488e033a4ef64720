import CanaryModel
import WebDriver

// Conditions on what scripts of the flow return. Nothing tells when that changes: they are asked again and again.

extension Page {
    /// How long after a script whose value was not the right one it is run again.
    private static let pauseBetweenScripts = Duration.milliseconds(50)

    /// Judges conditions on scripts once, in the current frame.
    func judgeScripts(
        _ watch: inout ConditionWatch,
        until deadline: ContinuousClock.Instant
    ) async throws -> Bool {
        var seen: [(outcome: ScriptOutcome, comparison: Comparison, isNegated: Bool)] = []
        try await bringSession(until: deadline)
        for condition in watch.group.conditions {
            guard let (script, comparison) = condition.script else { continue }
            seen.append((try await outcome(of: script, until: deadline), comparison, condition.isNegated))
        }
        try await takeSessionOut(until: deadline)
        var states: [SeenConditions.State] = []
        for (outcome, comparison, isNegated) in seen {
            states.append(try await state(of: outcome, comparison, isNegated: isNegated, until: deadline))
        }
        watch.take(states, at: documents.place)
        if states.allSatisfy(\.holds) { return true }
        if .now < deadline { try await Task.sleep(for: Self.pauseBetweenScripts) }
        return false
    }

    private func outcome(
        of script: Script,
        until deadline: ContinuousClock.Instant
    ) async throws -> ScriptOutcome {
        try await limitScripts(until: deadline)
        let command = Command<ScriptOutcome?>.executeSync(Self.wrapped(script.source), arguments: script.args)
        do {
            if let outcome = try await attempt(command, until: deadline) { return outcome }
            throw try await dialogError(saying: nil)
        } catch let error as WebDriverError where error.code == .scriptTimeout {
            return ScriptOutcome(error: "nothing: it did not end, or its document went away")
        } catch let error as WebDriverError where error.code == .javascriptError {
            try await checkSyntax(of: script, until: deadline)
            return ScriptOutcome(error: error.message)
        }
    }

    private func state(
        of outcome: ScriptOutcome,
        _ comparison: Comparison,
        isNegated: Bool,
        until deadline: ContinuousClock.Instant
    ) async throws -> SeenConditions.State {
        var state = SeenConditions.State(holds: false, matches: 0, visible: 0, elements: [])
        if let error = outcome.error {
            (state.reason, state.actual) = (.threw, error)
            return state
        }
        let text = outcome.value?.text ?? ""  // as `save` keeps it
        if case .matches(let pattern) = comparison {
            state.holds = try await matches(text, pattern, until: deadline) != isNegated
        } else {
            state.holds = try comparison.holds(for: text, isNegated: isNegated)
        }
        (state.reason, state.actual) = (.mismatch, text)
        return state
    }

    /// Whether a regular expression matches in a text: JavaScript's, as for texts of the page.
    private func matches(
        _ text: String,
        _ pattern: String,
        until deadline: ContinuousClock.Instant
    ) async throws -> Bool {
        let match: PatternMatch? = try await run(PageScript.matches, [text, pattern], until: deadline)
        guard let match else { throw try await dialogError(saying: nil) }
        guard let isMatch = match.isMatch else {
            throw BrowserError(invalidPattern: match.mistake ?? pattern)
        }
        return isMatch
    }
}
