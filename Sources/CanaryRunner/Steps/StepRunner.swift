import CanaryModel
import Foundation

/// Runs the steps of one attempt at a flow, one after the other.
actor StepRunner {
    let executor: any StepExecutor
    let flow: Flow
    /// Which attempt it is, from 1.
    let attempt: Int
    let log: EventLog
    /// The values that the attempt makes for itself, and the variables that `save` steps have set.
    var saved: [String: JSONValue]
    /// How long it took to keep the evidence of steps where that took long: no time of the flow.
    var recordingTime = Duration.zero

    init(_ flow: Flow, attempt: Int, on executor: any StepExecutor, log: EventLog) {
        self.flow = flow
        self.attempt = attempt
        self.executor = executor
        self.log = log
        let start = Date()
        saved = Dictionary(uniqueKeysWithValues: flow.generated.map { ($0.written, $0.value(at: start)) })
    }

    /// Runs the flow's steps until the first failure that counts.
    ///
    /// - Parameters:
    ///   - deadline: When the flow's time is over.
    ///   - timeout: How long that time is, for words.
    /// - Returns: A result for each step, those not reached included.
    func runSteps(until deadline: ContinuousClock.Instant, of timeout: Duration) async -> [StepResult] {
        var results: [StepResult] = []
        var succession = StepSuccession()
        for (index, step) in flow.steps.enumerated() {
            guard succession.goesOn else {
                results.append(StepResult(skipped: step, number: index + 1))
                continue
            }
            let scope = StepScope(
                number: index + 1,
                deadline: await deadline + recordingTime + executor.timeBesides,
                budget: "the flow's time of \(timeout.milliseconds.elapsed)",
                next: flow.steps.dropFirst(index + 1).first
            )
            let progress = await run(step, in: scope)
            results.append(progress.result)
            succession.take(step, endsFlow: progress.endsFlow)
        }
        return results
    }

    /// Runs all cleanup steps, whatever comes of each, in a window that is left where the page's own is gone.
    ///
    /// - Parameter isInterrupted: Whether the run was interrupted before: then there is little time.
    /// - Returns: A result for each step.
    func runCleanup(isInterrupted: Bool) async -> [StepResult] {
        if flow.cleanup.isEmpty { return [] }
        let start = ContinuousClock.now
        let notes: [String]
        switch await executor.prepareCleanup(isInterrupted: isInterrupted) {
        case .ready(let found): notes = found
        case .impossible(let reason):
            return flow.cleanup.enumerated().map { index, step in
                var result = StepResult(skipped: step, number: index + 1)
                result.notes = ["not possible any more: \(reason)"]
                return result
            }
        }
        let time =
            isInterrupted ? CleanupTime(of: flow, interruptedAt: start) : CleanupTime(of: flow)
        var results: [StepResult] = []
        for (index, step) in flow.cleanup.enumerated() {
            let scope = StepScope(
                number: index + 1,
                isCleanup: true,
                deadline: time.deadline(ofFirstOf: flow.cleanup.count - index),
                budget: time.budget,
                next: flow.cleanup.dropFirst(index + 1).first
            )
            results.append(await run(step, in: scope).result)
        }
        results[0].notes = notes + results[0].notes
        return results
    }

    /// Runs a step or a group, and logs its start and its end.
    func run(_ step: Step, in scope: StepScope) async -> StepProgress {
        let started = Timestamp.now()
        let clock = ContinuousClock.now
        tellStart(of: step, in: scope, at: started)
        var progress = StepProgress(step, number: scope.number, started: started)
        await perform(step, scope, &progress)
        skipUnsaved(in: scope, &progress)
        progress = await executor.judge(step, scope, progress)
        log(step, &progress)
        // What is kept of the step takes time that is not the step's.
        progress.result.duration = clock.duration(to: .now).milliseconds
        let recording = ContinuousClock.now
        await record(step, scope, &progress)
        // Nor is it the flow's where the driver is slow with it.
        let recorded = recording.duration(to: .now)
        if recorded > .seconds(1), scope.group == nil { recordingTime += recorded }
        log.tell(
            .stepEnded(
                flow: flow.name,
                attempt: attempt,
                group: scope.group,
                isCleanup: scope.isCleanup,
                result: progress.result
            )
        )
        return progress
    }

    /// Writes the line of a step that has passed.
    private func log(_ step: Step, _ progress: inout StepProgress) {
        guard let template = step.log, progress.result.outcome == .passed else { return }
        do {
            let line = try template.resolved(with: saved)
            progress.result.log = [LoggedLine(level: line.level, text: line.text)]
        } catch {
            progress.result.notes.append("its log line needs the variable \(error.name), which was not saved")
        }
    }

    /// Skips a clean-up step that needs what was never saved: there is nothing to clean up.
    private func skipUnsaved(in scope: StepScope, _ progress: inout StepProgress) {
        guard scope.isCleanup, progress.isUnbegun, progress.isUnsaved else { return }
        progress.result.notes += progress.result.failure.map { ["skipped: \($0.message)"] } ?? []
        (progress.result.outcome, progress.result.failure) = (.skipped, nil)
        (progress.endsFlow, progress.isUnsaved) = (false, false)
    }

    /// Forgives what an optional step did not do, and keeps the evidence.
    private func record(_ step: Step, _ scope: StepScope, _ progress: inout StepProgress) async {
        forgive(step, &progress)
        if progress.isUnbegun { return }
        progress = await executor.capture(step, scope, progress, saved: saved)
    }

    /// Turns the failure of an optional step into a note.
    ///
    /// A step that could not begin is not a step that did not hold: it fails all the same, unless what it needs was to be
    /// saved by a step that may be optional too.
    private func forgive(_ step: Step, _ progress: inout StepProgress) {
        let didNotHold = progress.result.outcome == .failed && !progress.isUnbegun
        guard step.isOptional, progress.result.outcome != .passed, didNotHold || progress.isUnsaved else {
            return
        }
        if let failure = progress.result.failure {
            let what = progress.isUnsaved ? "not judged" : "did not hold"
            progress.result.notes.append("optional, \(what): \(failure.sentences.joined(separator: " "))")
        }
        (progress.result.outcome, progress.result.failure) = (.passed, nil)
        (progress.endsFlow, progress.isUnsaved, progress.isForgiven) = (false, false, true)
    }

    private func tellStart(of step: Step, in scope: StepScope, at time: Timestamp) {
        log.tell(
            .stepStarted(
                flow: flow.name,
                attempt: attempt,
                group: scope.group,
                number: scope.number,
                name: step.name,
                at: time
            )
        )
    }
}
