public import CanaryModel
public import WebDriver

/// The page of a session: windows, frames and dialogs, and the waiting that every action on it needs.
///
/// One task uses it at a time. It remembers which frame the session is in, which windows were seen and where
/// the last look was, so that a step costs no command that it does not need.
public actor Page {
    /// The session, with what is known of its driver's process.
    public nonisolated let live: LiveSession
    /// How long a reply may be overdue at the end of a step's time before the page counts as unresponsive.
    static let grace = Duration.milliseconds(700)

    /// Its windows and frames.
    var context = BrowsingContext()
    /// The documents that it goes to.
    var documents = DocumentTrack()
    /// What the driver was told, and what it said.
    var driver: DriverState
    /// What is known of the browser besides.
    var devTools = DevToolsState()
    /// Entries of the browser's logs that nobody has asked for yet.
    var heldLogs = HeldLogs()
    /// The step that runs.
    var step = StepState()
    let options: PageOptions

    /// Makes the page of a session that has just begun: in the top document of its only window.
    ///
    /// - Parameters:
    ///   - live: The session.
    ///   - credentials: User name and password for the first origin that is opened.
    ///   - files: The files that pages may be of; `nil`: any.
    ///   - processorTimes: Reads what the browser has had of the processors; otherwise the session does.
    public init(
        _ live: LiveSession,
        credentials: BasicAuth? = nil,
        files: FileAccess? = nil,
        processorTimes: (@Sendable () -> ProcessorTimes?)? = nil
    ) {
        self.live = live
        options = PageOptions(
            credentials: credentials,
            files: files,
            processorTimes: processorTimes ?? { live.processorTimes }
        )
        driver = DriverState(live.session.capabilities.timeouts)
    }

    /// Begins a step.
    ///
    /// - Parameters:
    ///   - deadline: When its time is over; where the machine is too busy for its browser, looks go on after that.
    ///   - time: How long its time is, and how much longer they may go on at the most.
    ///   - isExplaining: Whether failures have in them what came too late, and which selectors may have been meant: mostly
    ///     300 ms each, which are lost where the failure is not reported.
    public func beginStep(until deadline: ContinuousClock.Instant, time: Duration, isExplaining: Bool) {
        step.isExplaining = isExplaining
        step.loan.begin(until: deadline, time: time)
        step.lostEvidence = []
        documents.beginCount()
    }

    /// What a target means on this page, looked for in the given frames.
    public nonisolated func locator(_ target: Target, frame: [Target] = []) -> Locator {
        Locator(page: self, target: target, frame: frame + target.frame)
    }
}
