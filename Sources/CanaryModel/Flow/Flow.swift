/// A whole flow: what a `NAME.canary.json5` file says, read, checked, and with its variables put in.
///
/// Nothing in it refers to the outside any more, except the variables that a `save` step sets while the flow runs, and the
/// values that each attempt makes for itself (see ``Template``).
public struct Flow: Sendable, Hashable {
    /// The flow's name: `a-z 0-9 _ -`, unique in a run; also the folder of its evidence.
    public var name: String
    /// A title for people; the name where none is given.
    public var title: String
    /// The file it came from, as the user named it.
    public var file: String
    /// Tags to select it by.
    public var tags: [String]
    /// What relative URLs are resolved against; absent where every URL is absolute.
    public var baseURL: String?
    /// The values of the declared secrets by name, for redaction.
    public var secrets: [String: String]
    /// The budget of all steps together, from the start of the first.
    public var timeout: Duration
    /// The budget of one action and its expectations.
    public var stepTimeout: Duration
    /// The budget of all cleanup steps together.
    public var cleanupTimeout: Duration
    /// Whether a failed clean-up makes it degraded and not failed.
    public var toleratesCleanupFailure = false
    /// How often it is run again where it failed; `--retries` overrides it.
    public var retries: Int
    /// What is kept of a run beside its result.
    public var evidence: EvidenceOptions
    /// The HTTP statuses, beside those that always are, that are right for any document.
    public var allowStatus: [Int]
    /// What ends it as failed though no step asked for it.
    public var failurePolicy: FailurePolicy
    /// How the browser is set up.
    public var browser: BrowserOptions
    /// What its requests have in common.
    public var requests = RequestDefaults()
    /// The values that it makes for itself, anew for each attempt.
    public var generated: Set<GeneratedValue> = []
    /// The files that it may read; `nil`: any, as for a flow that comes from no file.
    public var files: FileAccess?
    /// The steps, in order.
    public var steps: [Step]
    /// The steps that run at the end whatever happened.
    public var cleanup: [Step]

    /// Makes a flow; the defaults are those of a flow file that leaves the key out.
    public init(
        name: String,
        title: String? = nil,
        file: String = "",
        tags: [String] = [],
        baseURL: String? = nil,
        secrets: [String: String] = [:],
        timeout: Duration = .seconds(60),
        stepTimeout: Duration = .seconds(10),
        cleanupTimeout: Duration = .seconds(15),
        retries: Int = 0,
        evidence: EvidenceOptions = EvidenceOptions(),
        allowStatus: [Int] = [],
        failurePolicy: FailurePolicy = FailurePolicy(),
        browser: BrowserOptions = BrowserOptions(),
        files: FileAccess? = nil,
        steps: [Step],
        cleanup: [Step] = []
    ) {
        self.name = name
        self.title = title ?? name
        self.file = file
        self.tags = tags
        self.baseURL = baseURL
        self.secrets = secrets
        self.timeout = timeout
        self.stepTimeout = stepTimeout
        self.cleanupTimeout = cleanupTimeout
        self.retries = retries
        self.evidence = evidence
        self.allowStatus = allowStatus
        self.failurePolicy = failurePolicy
        self.browser = browser
        self.files = files
        self.steps = steps
        self.cleanup = cleanup
    }
}
