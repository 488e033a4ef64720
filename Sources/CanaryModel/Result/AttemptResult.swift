/// One run of a flow in one browser session.
public struct AttemptResult: Sendable, Hashable, Codable {
    /// Which attempt it is, from 1.
    public var number: Int
    /// How it ended.
    public var outcome: Outcome
    /// When it began, the start of the browser included.
    public var started: Timestamp
    /// How long it took, in ms.
    public var duration: Int
    /// The driver and browser it ran in; `nil` where none could be started.
    public var environment: BrowserEnvironment?
    /// The steps, those not reached included.
    public var steps: [StepResult]
    /// The cleanup steps.
    public var cleanup: [StepResult]
    /// The first failure of the attempt.
    public var failure: Failure?
    /// What is worth knowing though it is no failure.
    public var notes: [String]
    /// The files kept beside the screenshots.
    public var evidence: EvidenceFiles
    /// How the page's requests ended; `nil` where they were not watched.
    public var statusCounts: StatusCounts?

    /// Makes a result.
    public init(
        number: Int,
        outcome: Outcome,
        started: Timestamp,
        duration: Int,
        environment: BrowserEnvironment? = nil,
        steps: [StepResult],
        cleanup: [StepResult] = [],
        failure: Failure? = nil,
        notes: [String] = [],
        evidence: EvidenceFiles = EvidenceFiles(),
        statusCounts: StatusCounts? = nil
    ) {
        self.number = number
        self.outcome = outcome
        self.started = started
        self.duration = duration
        self.environment = environment
        self.steps = steps
        self.cleanup = cleanup
        self.failure = failure
        self.notes = notes
        self.evidence = evidence
        self.statusCounts = statusCounts
    }
}

extension AttemptResult {
    /// What its steps sent, in their order.
    public var exchanges: [HTTPArchive.Entry] { (steps + cleanup).flatMap(\.allExchanges) }
}
