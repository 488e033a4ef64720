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

    /// The frames that the session is in; `nil`: not known.
    var currentFrame: [Target]? {
        didSet { if currentFrame == [] { frameView = FrameView() } }
    }
    /// How those frames look from outside.
    var frameView = FrameView()
    /// The windows in the order in which they were seen; the first is the main one.
    var windows: [WindowHandle] = []
    /// Where the last look at the top document was.
    var lastPlace: DocumentState? {
        didSet {
            lastLook = .now
            if let document = lastPlace?.document, document != documentSeen {
                (documentSeen, documentsCome) = (document, documentsCome + 1)
            }
            if lastPlace?.isUndrawn == true, lastPlace?.awaited != nil {
                undrawnDocument = lastPlace?.document
            }
        }
    }
    /// The top document that was seen last.
    private var documentSeen: Double?
    /// The document for the rest of which a condition that held already has waited in vain.
    var unreadDocument: Double?
    /// How many top documents have come since an action or a check began.
    var documentsCome = 0
    /// When that look was.
    var lastLook = ContinuousClock.now
    /// Whether a picture was taken since that look, or another one.
    var isDrawn = false
    /// The limit for scripts that the driver was last told, in ms.
    var scriptLimit: Int?
    /// Why the page can do nothing any more: it was stuck and its process was ended, or it crashed.
    var ended: BrowserError?
    /// The last error that was taken to pass, for when it does not.
    var lastPassing: WebDriverError?
    /// Documents of frames that were looked into and have failed, and those of them that were told.
    var failedFrames: [Landing] = []
    var toldFrames: [Landing] = []
    /// Entries of the console that were read before somebody asked for them.
    var heldConsole: [LogEntry] = []
    /// Entries of the traffic that were read before somebody asked for them.
    var heldTraffic: [LogEntry] = []
    /// Since when the page may be going to another document, for what was done; `nil`: it is not.
    var leavingSince: ContinuousClock.Instant?
    /// Whether the page may be going to another document.
    var mayBeLeaving: Bool {
        get { leavingSince != nil }
        set { leavingSince = newValue ? leavingSince ?? .now : nil }
    }
    /// Whether the page has replaced what the driver's own scripts need: its commands may never answer there.
    var breaksDriver = false
    /// Whether it was told to go to another document, which has not come yet.
    var isGoing = false
    /// Whether a page has been opened.
    var hasOpened = false
    /// The document that broke off before anything of it was drawn; nothing of it ever is.
    var undrawableDocument: Double?
    /// The document of which nothing was drawn when it was last looked at, since something it needs had not come.
    var undrawnDocument: Double?
    /// Such a document for which a picture has waited in vain.
    var overdueDocument: Double?
    /// The clock of the page's documents.
    var clock = PageClock()
    /// The mouse, where events are sent to the browser.
    var mouse = Mouse()
    /// Whether the driver knows the commands of the DevTools protocol; `nil`: not asked yet.
    var hasDevTools: Bool?
    /// The worlds of our own scripts, by frame.
    var worlds: [String: World] = [:]
    /// What was last used to tell a world from others.
    var lastToken = 0
    /// The top frame of the window, as the DevTools protocol names it; `nil`: not asked yet.
    var knownTopFrame: String?
    /// The frame in whose world scripts run where `currentFrame` is not the top document; `nil`: the session runs them.
    var lookFrame: String?
    /// The elements of the frames on the way to that one.
    var frameElements: [Element] = []
    /// Whether the session itself is in the current frame.
    var isSessionInside = false
    /// The documents in frames that those around them can look into.
    var openFrames: Set<FrameDocument> = []
    /// How many nodes that were searched for the browser still holds; `nil`: it was not made ready for searches yet.
    var heldNodes: Int?
    /// The document that was last seen to have closed shadow trees.
    var closedDocument: Double?
    /// The masks of the last picture that matched nothing, in frames that were there.
    public internal(set) var idleMasks: [Target] = []
    /// Whether it is looked for what came too late and what may have been meant, where a wait was in vain.
    var isExplaining = true
    /// The time that the step has beyond its own, since the machine is busy.
    var loan = Loan()
    /// What was lost of the evidence of a failure, and why.
    var lostEvidence: [String] = []
    /// Reads what the browser has had of the processors; `nil` from it: that is not known.
    let readProcessorTimes: @Sendable () -> ProcessorTimes?
    /// The files that may be looked at; `nil`: any.
    let files: FileAccess?
    /// User name and password, sent to the first page of this origin.
    let credentials: BasicAuth?
    /// The origins that have been given the credentials.
    var authenticatedOrigins: Set<String> = []

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
        self.credentials = credentials
        self.files = files
        readProcessorTimes = processorTimes ?? { live.processorTimes }
        currentFrame = []
        if case .after(let limit) = live.session.capabilities.timeouts?.script {
            scriptLimit = limit.milliseconds
        }
    }

    /// Begins a step.
    ///
    /// - Parameters:
    ///   - deadline: When its time is over; where the machine is too busy for its browser, looks go on after that.
    ///   - time: How long its time is, and how much longer they may go on at the most.
    ///   - isExplaining: Whether failures have in them what came too late, and which selectors may have been meant: mostly
    ///     300 ms each, which are lost where the failure is not reported.
    public func beginStep(until deadline: ContinuousClock.Instant, time: Duration, isExplaining: Bool) {
        self.isExplaining = isExplaining
        loan.begin(until: deadline, time: time)
        (lostEvidence, documentsCome) = ([], 0)
    }

    /// What a target means on this page, looked for in the given frames.
    public nonisolated func locator(_ target: Target, frame: [Target] = []) -> Locator {
        Locator(page: self, target: target, frame: frame + target.frame)
    }
}
