import CanaryModel
import Foundation

/// One flow of a run: all its attempts.
struct FlowRun: Sendable {
    let flow: Flow
    let configuration: RunConfiguration
    let source: any ExecutorSource
    let folder: RunFolder
    let log: EventLog
    let redactor: Redactor
    let budget: ArtifactBudget

    /// Runs the flow: again, once, where the driver or browser was at fault, and as often as retries are
    /// asked for where the site was.
    func run() async -> FlowResult {
        var result = FlowResult(unreached: flow)
        let clock = ContinuousClock.now
        result.started = .now()
        var faults = 0
        var failures = 0
        while true {
            let (attempt, isWorthAnother) = await attempt(result.attempts.count + 1)
            result.attempts.append(attempt)
            log.tell(.attemptEnded(flow: flow.name, result: attempt))
            guard !Task.isCancelled else { break }
            if attempt.outcome == .error, isWorthAnother, faults < 1 {
                faults += 1
            } else if attempt.outcome == .failed, failures < configuration.retries ?? flow.retries {
                failures += 1
            } else {
                break
            }
        }
        result.judge()
        if result.outcome == .passed { budget.note(passed: flow.name) }
        result.duration = clock.duration(to: .now).milliseconds
        log.tell(.flowEnded(result))
        return result
    }

    /// Runs the flow once.
    ///
    /// - Returns: What came of it, and whether a fault in it may not happen in another session.
    private func attempt(_ number: Int) async -> (AttemptResult, isWorthAnother: Bool) {
        let clock = ContinuousClock.now
        var result = AttemptResult(unreached: flow, number: number)
        var isWorthAnother = false
        log.tell(.flowStarted(flow: flow.name, attempt: number, at: result.started))
        do {
            result = try await run(result)
            isWorthAnother = result.failure?.code.isWorthAnotherSession ?? false
        } catch {
            isWorthAnother = error.failure.code.isWorthAnotherSession && error.mayPass
            result.failure = error.failure
        }
        result.duration = clock.duration(to: .now).milliseconds
        if result.outcome != .passed {
            result = result.redacted(by: redactor)
            let history = configuration.history ?? EarlierRuns(folder: folder)
            result.findLastGood(in: history, flow: flow.name)
        }
        return (result, isWorthAnother)
    }

    /// Runs the steps and cleanup of an attempt.
    ///
    /// - Throws: ``OpeningError`` where what its first step needs could not be opened.
    private func run(_ attempt: AttemptResult) async throws(OpeningError) -> AttemptResult {
        let evidence = Evidence(
            folder: folder,
            flow: flow,
            attempt: attempt.number,
            redactor: redactor,
            budget: budget
        )
        let executor = AttemptExecutor(cleanup: flow.cleanup) { [source] need async throws(OpeningError) in
            try await source.open(need, keepingIn: evidence)
        }
        if let first = flow.steps.first { try await executor.open(for: first) }
        let runner = StepRunner(flow, attempt: attempt.number, on: executor, log: log)
        let timeout = configuration.timeout ?? flow.timeout
        let steps = await runner.runSteps(until: .now + timeout, of: timeout)
        let cleanup = await cleanUp(runner)
        var result = attempt
        result.judge(steps, cleanup, toleratesCleanupFailure: flow.toleratesCleanupFailure)
        // A task of its own, since an interrupted one could not send a command any more.
        return await Task { [result] in await executor.close(result) }.value
    }

    /// Runs cleanup in a task of its own, since an interrupted one could not send a command any more.
    ///
    /// Whoever interrupts a run waits for it: whatever is not cleaned up shortly after that is left.
    private func cleanUp(_ runner: StepRunner) async -> [StepResult] {
        let isInterrupted = Task.isCancelled
        let cleanup = Task { await runner.runCleanup(isInterrupted: isInterrupted) }
        return await withTaskCancellationHandler {
            await cleanup.value
        } onCancel: {
            Task {
                // The steps end before, unless one was running already: this is for what lasts all the same.
                try await Task.sleep(for: CleanupTime.longestAfterInterruption + .milliseconds(500))
                cleanup.cancel()
            }
        }
    }
}

extension AttemptResult {
    /// Takes in the steps and judges them.
    ///
    /// Cleanup counts only where they passed, since it often fails in the wake of theirs.
    fileprivate mutating func judge(
        _ steps: [StepResult],
        _ cleanup: [StepResult],
        toleratesCleanupFailure: Bool
    ) {
        (self.steps, self.cleanup) = (steps, cleanup)
        let isByCleanup = !toleratesCleanupFailure && !steps.contains { $0.failure != nil }
        let decisive = isByCleanup ? cleanup : steps
        // A fault ends the attempt: what failed softly before it may be the fault's doing.
        let worst = [Outcome.error, .failed].first { worst in decisive.contains { $0.outcome == worst } }
        outcome = worst ?? .passed
        failure = decisive.lazy.filter { $0.outcome == worst }.compactMap(\.failure).first
    }
}

extension FlowResult {
    /// Sets how the flow ended: an attempt that passed decides; else one that failed, which a fault in another
    /// must not hide.
    fileprivate mutating func judge() {
        let outcomes = attempts.map(\.outcome)
        outcome = [.passed, .failed].first(where: outcomes.contains) ?? outcomes.last ?? .skipped
        flaky = outcome == .passed && attempts.count > 1
        guard outcome == .passed, let last = attempts.last else { return }
        let hasWarned = (last.steps + last.cleanup).contains { !$0.warningSentences.isEmpty }
        if hasWarned || last.cleanup.contains(where: { $0.failure != nil }) { degraded = true }
    }
}

extension AttemptResult {
    /// The result of an attempt that begins now and has reached no step yet.
    fileprivate init(unreached flow: Flow, number: Int) {
        self.init(
            number: number,
            outcome: .error,
            started: .now(),
            duration: 0,
            steps: flow.steps.enumerated().map { StepResult(skipped: $1, number: $0 + 1) },
            cleanup: flow.cleanup.enumerated().map { StepResult(skipped: $1, number: $0 + 1) }
        )
    }
}
