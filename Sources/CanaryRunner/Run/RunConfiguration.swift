/// How flows are run.
public struct RunConfiguration: Sendable {
    /// The folder that holds the runs, one folder each.
    public var output = "canary-results"
    /// How many flows run side by side, each with what it needs for itself.
    public var jobs = 1
    /// How often a flow that failed is run again, in place of what each flow says.
    public var retries: Int?
    /// What replaces each flow's own timeout.
    public var timeout: Duration?
    /// Whether flows that have not begun are skipped once one did not pass.
    public var failsFast = false
    /// How many bytes the evidence of a run may take: pictures of passed steps give way first, the oldest before others.
    public var maximumArtifacts = 200_000_000
    /// The version of canary, for the result.
    public var version = ""
    /// The words of the command line, for the result; what is secret in them and no secret of a flow is masked already.
    public var command: [String]?
    /// What is known of earlier runs; `nil`: those in the same folder.
    public var history: (any RunHistory)?

    /// Makes a configuration: one flow after the other.
    public init() {}
}
