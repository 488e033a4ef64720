/// What came of one step.
public struct StepResult: Sendable, Hashable, Codable {
    /// The number of the step in its list (`steps`, a group, or `cleanup`), from 1.
    public var number: Int
    /// The step's name.
    public var name: String
    /// Where it stands in its file.
    public var position: SourcePosition
    /// How it ended.
    ///
    /// An optional step that did not hold is `passed` with a note.
    public var outcome: Outcome
    /// When it began; `nil` where it was not reached.
    public var started: Timestamp?
    /// How long it took, in ms.
    public var duration: Int
    /// The URL after it.
    public var url: String?
    /// The title after it.
    public var title: String?
    /// The screenshot's path, relative to the run's folder.
    public var screenshot: String?
    /// Where the element that failed lies in the screenshot; earlier versions put there what covers it.
    public var region: PictureRegion?
    /// Where what covers the element lies in the screenshot.
    public var cover: PictureRegion?
    /// The picture of the same step when it passed last; only where this one did not pass.
    public var lastGood: PreviousPicture?
    /// What the console said during the step, warnings and errors, the first 50.
    public var console: [ConsoleEntry]
    /// The requests that failed during the step, the first 50.
    public var requests: [FailedRequest]
    /// How often the action was tried within the step's time.
    public var attempts: Int
    /// What is worth knowing though it is no failure: which alternative fitted, why there is no screenshot.
    public var notes: [String]
    /// What it sent and what was answered, a try each, the first 10 and the last 10; `nil` where it is not a request.
    public var exchanges: [HTTPArchive.Entry]?
    /// What it wrote by `log`.
    public var log: [LoggedLine]?
    /// The conditions on a response that held, each with what was found; `nil` where there are none.
    public var held: [String]?
    /// The values that it saved of a response, as text, by their names; those that are secret by their names are masked.
    public var saved: [String: String]?
    /// What of its `warn` does not hold; `nil` where all does.
    public var warnings: [Diagnosis]?
    /// Why it did not pass.
    public var failure: Failure?
    /// The steps of a group.
    public var steps: [StepResult]

    /// Makes a result; the defaults are those of a step that was not reached.
    public init(
        number: Int,
        name: String,
        position: SourcePosition,
        outcome: Outcome = .skipped,
        started: Timestamp? = nil,
        duration: Int = 0,
        url: String? = nil,
        title: String? = nil,
        screenshot: String? = nil,
        region: PictureRegion? = nil,
        cover: PictureRegion? = nil,
        lastGood: PreviousPicture? = nil,
        console: [ConsoleEntry] = [],
        requests: [FailedRequest] = [],
        attempts: Int = 0,
        notes: [String] = [],
        failure: Failure? = nil,
        steps: [StepResult] = []
    ) {
        self.number = number
        self.name = name
        self.position = position
        self.outcome = outcome
        self.started = started
        self.duration = duration
        self.url = url
        self.title = title
        self.screenshot = screenshot
        self.region = region
        self.cover = cover
        self.lastGood = lastGood
        self.console = console
        self.requests = requests
        self.attempts = attempts
        self.notes = notes
        self.failure = failure
        self.steps = steps
    }
}

extension StepResult {
    /// What it and its steps sent.
    public var allExchanges: [HTTPArchive.Entry] { (exchanges ?? []) + steps.flatMap(\.allExchanges) }

    /// The values that it saved, in words, in the order of their names: `saved ID = 5`.
    public var savedLines: [String] {
        (saved ?? [:]).sorted { $0.key < $1.key }.map { "saved \($0.key) = \($0.value)" }
    }

    /// What of its `warn`, and of that of its steps, does not hold, in a sentence each.
    public var warningSentences: [String] {
        (warnings ?? []).map(\.sentence) + steps.flatMap(\.warningSentences)
    }
}
