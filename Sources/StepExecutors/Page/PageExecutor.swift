import CanaryBrowser
import CanaryModel
import CanaryRunner

/// Does the steps that are about a page, on a page that lasts for the attempt, or a fresh one where it can do nothing any
/// more.
actor PageExecutor: StepExecutor {
    var page: Page
    /// Where other pages come from.
    let pages: PageSource
    private let environment: BrowserEnvironment
    /// The version of canary, for what is written.
    private let version: String
    let flow: Flow
    let evidence: Evidence
    /// The variables that `save` steps have set, with those of the step that runs.
    var saved: [String: JSONValue] = [:]
    /// What the console and the network said.
    var logs: AttemptLogs
    /// When the step that runs began, and the one before it.
    var starts: (now: Timestamp, before: Timestamp?) = (.now(), nil)
    /// The documents whose failure was reported, or allowed.
    var judged: [Landing] = []
    /// The DOM at the first failure, and why it could not be kept.
    var dom: (file: String?, note: String?)?
    /// Whether the page's window was gone when last looked at.
    var isWindowGone = false
    /// Whether a step has failed since the page can do nothing any more.
    var isLossTold = false
    /// The step at which the tab crashed in the attempt before; the first crash of this one.
    let earlierCrash: CrashPlace?
    var crash: CrashPlace?
    /// How long fresh pages took to come, and steps went on longer on pages that are gone.
    var renewalTime = Duration.zero
    /// What could not be read of the logs of pages that were lost.
    var lostLogs: [String] = []
    /// Whether the last step that ran left a dialog open for the step after it.
    var isDialogOpen = false

    init(
        page: Page,
        pages: PageSource,
        environment: BrowserEnvironment,
        flow: Flow,
        evidence: Evidence,
        version: String,
        earlierCrash: CrashPlace?
    ) {
        self.page = page
        self.pages = pages
        self.environment = environment
        self.version = version
        self.flow = flow
        self.evidence = evidence
        self.earlierCrash = earlierCrash
        logs = AttemptLogs(flow)
    }

    /// How long fresh pages took to come, and steps went on longer on a busy machine.
    var timeBesides: Duration {
        get async { await renewalTime + page.lentTime }
    }

    /// Why the time was used up where the machine was too busy for the browser all the time.
    var starvation: RunError? {
        get async { await page.starvation.map { RunError($0.code, $0.message, help: $0.help) } }
    }

    /// The logs are written while driver and browser end (5 ms).
    func close(_ result: AttemptResult) async -> AttemptResult {
        var result = result
        result.environment = environment
        result.notes += await readLastLogs()
        async let isClosed: Void = pages.close()
        result.evidence.dom = dom?.file
        result.notes += logs.keep(in: &result, evidence, version: version)
        await isClosed
        return result
    }
}
