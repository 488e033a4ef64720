import CanaryModel

/// Gives each step of an attempt to the executor that it needs, which is opened when the first such step comes.
actor AttemptExecutor: StepExecutor {
    private let open: @Sendable () async throws(OpeningError) -> any StepExecutor
    private var executor: (any StepExecutor)?
    /// Why it could not be opened; it is not tried again.
    private var failure: OpeningError?
    /// How long it took to open in the middle of the flow: no time of that.
    private var openingTime = Duration.zero

    /// Makes one that has opened nothing.
    ///
    /// - Parameter open: Opens what steps are done with that need something.
    init(opening open: @escaping @Sendable () async throws(OpeningError) -> any StepExecutor) {
        self.open = open
    }

    var timeBesides: Duration {
        get async { await openingTime + (executor?.timeBesides ?? .zero) }
    }

    var starvation: RunError? {
        get async { await executor?.starvation }
    }

    /// Opens what a step needs.
    ///
    /// - Throws: ``OpeningError``.
    func open(for step: Step) async throws(OpeningError) {
        guard step.needsExecutor, executor == nil else { return }
        if let failure { throw failure }
        do {
            executor = try await open()
        } catch {
            failure = error
            throw error
        }
    }

    func prepare(for step: Step, isCleanup: Bool) async throws -> String? {
        let start = ContinuousClock.now
        try await open(for: step)
        openingTime += start.duration(to: .now)
        return try await executor?.prepare(for: step, isCleanup: isCleanup)
    }

    func prepareCleanup(isInterrupted: Bool) async -> CleanupStart {
        await executor?.prepareCleanup(isInterrupted: isInterrupted) ?? .ready(notes: [])
    }

    func act(_ task: StepTask, _ progress: StepProgress) async -> (StepProgress, saved: [String: String]) {
        if let executor { return await executor.act(task, progress) }
        var progress = progress
        do {
            if case .pause(let pause)? = task.action { try await pause.pass(until: task.deadline) }
        } catch {
            progress.fail(error, task.step)
        }
        return (progress, task.saved)
    }

    func judge(_ step: Step, _ scope: StepScope, _ progress: StepProgress) async -> StepProgress {
        await executor?.judge(step, scope, progress) ?? progress
    }

    func capture(
        _ step: Step,
        _ scope: StepScope,
        _ progress: StepProgress,
        saved: [String: String]
    ) async -> StepProgress {
        await executor?.capture(step, scope, progress, saved: saved) ?? progress
    }

    func close(_ result: AttemptResult) async -> AttemptResult { await executor?.close(result) ?? result }
}

extension Step {
    /// Whether it needs anything to be done with: all do but pauses, which are pictured only where there is a page anyway.
    fileprivate var needsExecutor: Bool {
        switch content {
        case .action(let action):
            action?.pause == nil || !expect.isEmpty || (screenshot?.written ?? .none) != .none
        case .group(let steps): !expect.isEmpty || steps.contains(where: \.needsExecutor)
        }
    }
}
