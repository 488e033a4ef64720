/// What came of one flow, all attempts together.
public struct FlowResult: Sendable, Hashable, Codable {
    /// The flow's name, and the folder of its evidence in the run's folder.
    public var name: String
    /// The flow's title.
    public var title: String
    /// The file it came from.
    public var file: String
    /// Its tags.
    public var tags: [String]
    /// How it ended.
    ///
    /// `passed` where an attempt passed; else `failed` where one failed, which a fault in another must not hide; else
    /// that of the last attempt.
    public var outcome: Outcome
    /// Whether it passed only after an attempt that did not.
    public var flaky: Bool
    /// Whether it passed, but not as well as it should: by a `warn` that does not hold, or a clean-up that failed and only
    /// warns; `nil` is no.
    public var degraded: Bool?
    /// When it began; `nil` where it was not reached.
    public var started: Timestamp?
    /// How long all attempts took together, in ms.
    public var duration: Int
    /// The attempts, in order; empty where the flow was not reached.
    public var attempts: [AttemptResult]

    /// Makes a result; the defaults are those of a flow that was not reached.
    public init(
        name: String,
        title: String,
        file: String,
        tags: [String] = [],
        outcome: Outcome = .skipped,
        flaky: Bool = false,
        started: Timestamp? = nil,
        duration: Int = 0,
        attempts: [AttemptResult] = []
    ) {
        self.name = name
        self.title = title
        self.file = file
        self.tags = tags
        self.outcome = outcome
        self.flaky = flaky
        self.started = started
        self.duration = duration
        self.attempts = attempts
    }
}

extension FlowResult {
    /// Whether it passed, but not as well as it should.
    public var isDegraded: Bool { degraded == true }

    /// Why it is degraded, in a sentence each: those of the last attempt, behind the names of their steps.
    public var warningSentences: [String] {
        guard isDegraded, let last = attempts.last else { return [] }
        let warned = (last.steps + last.cleanup).flatMap { step in
            step.warningSentences.map { "\(step.name): \($0)" }
        }
        let unclean = last.cleanup.compactMap { step in
            step.failure.map { "cleanup: \(step.name): \($0.sentences.first ?? $0.message)" }
        }
        return warned + unclean
    }
}
