/// A whole run: what `result.json` holds (schema `canary.run/1`).
public struct RunResult: Sendable, Hashable, Codable {
    /// How far the run is.
    public enum State: String, Sendable, Hashable, Codable {
        /// It goes on, or was killed: then `events.ndjson` beside it has the steps that ended.
        case running
        /// It came to its end.
        case finished
        /// A signal ended it; what was reached is here.
        case interrupted
    }

    /// The name and version of this format.
    public var schema: String
    /// How far the run is.
    public var state: State
    /// The run's identifier and folder name: `20261120T235959Z-k3f9`.
    public var id: String
    /// The version of canary.
    public var version: String
    /// The words of the command line, the values of variables and passwords in URLs masked; `nil` where there was none.
    public var command: [String]?
    /// When it began.
    public var started: Timestamp
    /// How long it took, in ms; 0 while it runs.
    public var duration: Int
    /// The worst outcome of its flows: failed, then error, then passed.
    ///
    /// A run that was interrupted, or could not go on, did not pass: it is `error` where no flow failed. `skipped`
    /// where no flow was reached.
    public var outcome: Outcome
    /// The flows, in the order selected.
    public var flows: [FlowResult]
    /// Why the run itself could not go on, where it could not.
    public var failure: Failure?
    /// What was removed of its evidence; `nil` where nothing was.
    public var removed: RemovedEvidence?

    /// Makes a result.
    public init(
        state: State,
        id: String,
        version: String,
        command: [String]? = nil,
        started: Timestamp,
        duration: Int = 0,
        outcome: Outcome = .skipped,
        flows: [FlowResult],
        failure: Failure? = nil,
        removed: RemovedEvidence? = nil
    ) {
        self.schema = Self.schema
        self.state = state
        self.id = id
        self.version = version
        self.command = command
        self.started = started
        self.duration = duration
        self.outcome = outcome
        self.flows = flows
        self.failure = failure
        self.removed = removed
    }
}
