public import WebDriver

/// How flows are run.
public struct RunConfiguration: Sendable {
    /// The folder that holds the runs, one folder each.
    public var output = "canary-results"
    /// How many flows run side by side, each with a driver and browser of its own.
    public var jobs = 1
    /// How often a flow that failed is run again, in place of what each flow says.
    public var retries: Int?
    /// The driver: a path, or the URL of one that runs somewhere; `nil` to look for it.
    public var driver: String?
    /// The browser's path; `nil` to look for it.
    public var browser: String?
    /// Whether the browser shows a window.
    public var isHeaded = false
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
    /// Gets each exchange with a driver, secrets masked, with the flow's name.
    ///
    /// Must be quick; without one nothing is gathered.
    public var observer: (@Sendable (_ flow: String, _ exchange: WireExchange) -> Void)?

    /// Reads what a browser has had of the processors; otherwise its session does.
    var processorTimes: (@Sendable () -> ProcessorTimes?)?

    /// Makes a configuration: one flow after the other, in the browser that is found.
    public init() {}
}
