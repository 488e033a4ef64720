import CanaryModel

/// Gives each step of an attempt to the executor that it needs, which is opened when the first such step comes.
actor AttemptExecutor: StepExecutor {
    /// What cleanup needs.
    private let cleanupNeeds: Set<StepNeed>
    private let open: @Sendable (StepNeed) async throws(OpeningError) -> any StepExecutor
    private var executors: [StepNeed: any StepExecutor] = [:]
    /// Why one could not be opened, or does nothing any more; it is not tried again.
    private var failures: [StepNeed: OpeningError] = [:]
    /// How long it took to open in the middle of the flow: no time of that.
    private var openingTime = Duration.zero

    /// Makes one that has opened nothing.
    ///
    /// - Parameters:
    ///   - cleanup: The steps of cleanup.
    ///   - open: Opens what steps are done with that need something.
    init(
        cleanup: [Step],
        opening open: @escaping @Sendable (StepNeed) async throws(OpeningError) -> any StepExecutor
    ) {
        cleanupNeeds = Set(cleanup.compactMap(\.need))
        self.open = open
    }

    var timeBesides: Duration {
        get async {
            var time = openingTime
            for executor in executors.values { time += await executor.timeBesides }
            return time
        }
    }

    var starvation: RunError? {
        get async { await executors[.page]?.starvation }
    }

    /// Opens what a step needs; of a group, what each of its steps needs when that comes.
    ///
    /// - Throws: ``OpeningError``.
    func open(for step: Step) async throws(OpeningError) {
        for need in step.needs { try await open(for: need) }
    }

    private func open(for need: StepNeed) async throws(OpeningError) {
        if let failure = failures[need] { throw failure }
        guard executors[need] == nil else { return }
        do {
            executors[need] = try await open(need)
        } catch {
            failures[need] = error
            throw error
        }
    }

    /// What does a step: for one that needs nothing, the page where there is one.
    private func executor(for step: Step) -> (any StepExecutor)? { executors[step.need ?? .page] }

    func prepare(for step: Step, isCleanup: Bool) async throws -> String? {
        let start = ContinuousClock.now
        try await open(for: step)
        openingTime += start.duration(to: .now)
        var notes: [String] = []
        for executor in [executor(for: step)] + step.needs.filter({ $0 != step.need }).map({ executors[$0] })
        {
            if let note = try await executor?.prepare(for: step, isCleanup: isCleanup) { notes.append(note) }
        }
        return notes.isEmpty ? nil : notes.joined(separator: "; ")
    }

    func prepareCleanup(isInterrupted: Bool) async -> CleanupStart {
        guard let page = executors[.page] else { return .ready(notes: []) }
        let start = await page.prepareCleanup(isInterrupted: isInterrupted)
        guard case .impossible(let reason) = start, cleanupNeeds.contains(.client) else { return start }
        // Requests can still clean up.
        let failure = Failure(code: .browserGone, message: "not possible any more: \(reason)")
        failures[.page] = OpeningError(failure, mayPass: false)
        return .ready(notes: [])
    }

    func act(_ task: StepTask, _ progress: StepProgress) async -> (StepProgress, saved: [String: JSONValue]) {
        if let executor = executor(for: task.step) { return await executor.act(task, progress) }
        var progress = progress
        do {
            if case .pause(let pause)? = task.action { try await pause.pass(until: task.deadline) }
        } catch {
            progress.fail(error, task.step)
        }
        return (progress, task.saved)
    }

    func judge(_ step: Step, _ scope: StepScope, _ progress: StepProgress) async -> StepProgress {
        await executor(for: step)?.judge(step, scope, progress) ?? progress
    }

    func capture(
        _ step: Step,
        _ scope: StepScope,
        _ progress: StepProgress,
        saved: [String: JSONValue]
    ) async -> StepProgress {
        await executor(for: step)?.capture(step, scope, progress, saved: saved) ?? progress
    }

    func close(_ result: AttemptResult) async -> AttemptResult {
        var result = result
        for need in StepNeed.allCases { result = await executors[need]?.close(result) ?? result }
        return result
    }
}
