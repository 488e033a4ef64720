public import CanaryModel
import Foundation

/// Runs flows, each with what its steps need for itself, and keeps what came of them.
public struct Runner: Sendable {
    /// How flows are run.
    public let configuration: RunConfiguration
    private let source: @Sendable (Flow, Redactor) -> any ExecutorSource

    /// Makes a runner.
    ///
    /// - Parameters:
    ///   - configuration: How flows are run.
    ///   - source: Gives what does the steps of a flow; what must not be shown is masked by the redactor.
    package init(
        _ configuration: RunConfiguration,
        source: @escaping @Sendable (Flow, Redactor) -> any ExecutorSource
    ) {
        self.configuration = configuration
        self.source = source
    }

    /// Runs flows.
    ///
    /// Cancelling the task ends the steps that run, lets cleanup run, and still writes the results.
    ///
    /// - Parameters:
    ///   - flows: The flows, in the order in which they begin.
    ///   - folder: The run's folder, new; `nil` makes one below the configuration's `output`.
    ///   - onEvent: Receives every event as it happens, one event at a time, secrets masked; must be quick.
    /// - Returns: The results, as they stand in `result.json`. A site that failed is a result, no error.
    /// - Throws: ``RunError`` where the output folder cannot be written; nothing was started then.
    public func run(
        _ flows: [Flow],
        in folder: RunFolder? = nil,
        onEvent: @escaping @Sendable (RunEvent) -> Void
    ) async throws -> FinishedRun {
        let redactor = Redactor(secrets: flows.flatMap(\.allSecrets))
        let folder = try folder ?? RunFolder(below: configuration.output)
        var result = RunResult(
            state: .running,
            id: folder.id,
            version: configuration.version,
            command: configuration.command,
            started: .now(),
            flows: flows.map(FlowResult.init(unreached:))
        )
        try folder.write(result.redacted(by: redactor).json(), to: "result.json")
        let log = try EventLog(in: folder, redactor: redactor, onEvent: onEvent)
        log.tell(
            .runStarted(
                run: result.id,
                version: result.version,
                flows: flows.map(\.name),
                at: result.started
            )
        )
        let clock = ContinuousClock.now
        let budget = ArtifactBudget(bytes: configuration.maximumArtifacts)
        result.flows = await runAll(flows, folder, log, redactor, budget).map { $0.without(budget.removed) }
        result.removed = budget.summary
        result.duration = clock.duration(to: .now).milliseconds
        let isInterrupted = Task.isCancelled
        result.finish(isInterrupted: isInterrupted, log.failure)
        log.tell(result.ended)
        result.finish(isInterrupted: isInterrupted, log.failure ?? folder.loss)
        return FinishedRun(result: try write(result.redacted(by: redactor), to: folder), folder: folder)
    }

    /// Writes the result; where it cannot be written, that is part of the one returned.
    private func write(_ result: RunResult, to folder: RunFolder) throws -> RunResult {
        do {
            try folder.write(result.json(), to: "result.json")
            return result
        } catch let error as RunError {
            var unwritten = result
            unwritten.failure = Failure(code: error.code, message: error.description)
            unwritten.outcome = unwritten.worstOutcome
            return unwritten
        }
    }

    /// Runs the flows side by side, as many at once as there are jobs; results are in the flows' order.
    private func runAll(
        _ flows: [Flow],
        _ folder: RunFolder,
        _ log: EventLog,
        _ redactor: Redactor,
        _ budget: ArtifactBudget
    ) async -> [FlowResult] {
        var results = flows.map(FlowResult.init(unreached:))
        var waiting = flows.indices.makeIterator()
        var isOver = false
        await withTaskGroup(of: (Int, FlowResult).self) { group in
            func begin() {
                guard !isOver, !Task.isCancelled, let index = waiting.next() else { return }
                let run = FlowRun(
                    flow: flows[index],
                    configuration: configuration,
                    source: source(flows[index], redactor),
                    folder: folder,
                    log: log,
                    redactor: redactor,
                    budget: budget
                )
                group.addTask { (index, await run.run()) }
            }
            for _ in 0..<max(1, configuration.jobs) { begin() }
            for await (index, result) in group {
                results[index] = result
                isOver = isOver || (configuration.failsFast && result.outcome != .passed)
                begin()
            }
        }
        return results
    }
}

extension FlowResult {
    /// The result of a flow that was not reached.
    init(unreached flow: Flow) {
        self.init(name: flow.name, title: flow.title, file: flow.file, tags: flow.tags)
    }
}

extension RunResult {
    /// The event that ends the run.
    fileprivate var ended: RunEvent {
        .runEnded(run: id, state: state, outcome: outcome, duration: duration, failure: failure)
    }

    /// Ends the run: how far it came, what kept it, and how it ended.
    ///
    /// One that was interrupted did not pass, whatever its flows did until then: it is a failed one where a flow
    /// failed, and else one that could not be judged.
    mutating func finish(isInterrupted: Bool, _ unwritten: RunError?) {
        state = isInterrupted ? .interrupted : .finished
        if let unwritten {
            failure = Failure(code: unwritten.code, message: unwritten.description)
        } else if isInterrupted {
            failure = Failure(code: .interrupted, message: "the run was interrupted")
        }
        outcome = worstOutcome
    }

    /// Failed where a flow failed; else error where something could not be judged; else passed where anything ran.
    var worstOutcome: Outcome {
        let outcomes = Set(flows.map(\.outcome))
        if outcomes.contains(.failed) { return .failed }
        if outcomes.contains(.error) || failure != nil { return .error }
        return outcomes.contains(.passed) ? .passed : .skipped
    }
}
