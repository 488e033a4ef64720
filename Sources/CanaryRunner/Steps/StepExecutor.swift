package import CanaryModel

/// Does what steps say, judges it and keeps the evidence: for steps of one kind, during one attempt at a flow.
///
/// The runner knows the order of steps, their groups, their time and what a failure means for those after; whatever a step
/// is about only its executor knows.
package protocol StepExecutor: Sendable {
    /// What the attempt spent on anything but the flow, as a fresh browser or a machine that was too busy.
    var timeBesides: Duration { get async }

    /// Gets ready for a step.
    ///
    /// - Returns: A note, where what steps are done with had to be replaced.
    /// - Throws: Why no step can be done.
    func prepare(for step: Step, isCleanup: Bool) async throws -> String?

    /// Gets ready for cleanup.
    ///
    /// - Parameter isInterrupted: Whether the run was interrupted before: then there is little time.
    /// - Returns: How it begins.
    func prepareCleanup(isInterrupted: Bool) async -> CleanupStart

    /// Does a step's action, if any, and judges its expectations.
    ///
    /// - Parameters:
    ///   - task: The step, and what it has.
    ///   - progress: What came of it so far: of a group, its steps.
    /// - Returns: What came of it now; what the action saved; that is kept where the step fails later.
    func act(_ task: StepTask, _ progress: StepProgress) async -> (StepProgress, saved: [String: JSONValue])

    /// Judges what came to pass during a step, and masks what a failure must not show.
    func judge(_ step: Step, _ scope: StepScope, _ progress: StepProgress) async -> StepProgress

    /// Keeps the evidence of a step: a failure of the progress is forgiven already where the step is optional.
    ///
    /// - Parameters:
    ///   - step: The step.
    ///   - scope: Where it stands.
    ///   - progress: What came of it.
    ///   - saved: The variables that steps so far have saved.
    /// - Returns: What came of it, with what was kept.
    func capture(
        _ step: Step,
        _ scope: StepScope,
        _ progress: StepProgress,
        saved: [String: JSONValue]
    ) async -> StepProgress

    /// Reads what is left to read for an attempt that is over, and closes all that was opened for it.
    ///
    /// - Parameter result: The attempt's result.
    /// - Returns: It, with what was kept, once that is written.
    func close(_ result: AttemptResult) async -> AttemptResult

    /// Why the time was used up where that was nobody's fault; `nil`: it was the flow's.
    var starvation: RunError? { get async }
}

/// How cleanup begins.
package enum CleanupStart: Sendable {
    /// With notes for its first step.
    case ready(notes: [String])
    /// Not at all.
    case impossible(reason: String)
}
