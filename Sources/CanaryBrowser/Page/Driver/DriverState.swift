import CanaryModel
import WebDriver

/// What is known of the session's driver: what it was last sent, and what keeps it from answering.
struct DriverState {
    /// The limit for scripts that was last set, in ms.
    var scriptLimit: Int?
    /// Why the page can do nothing any more: it was stuck and its process was ended, or it crashed.
    private(set) var ended: BrowserError?
    /// The last error that was taken to pass, for when it does not.
    var lastPassing: WebDriverError?
    /// Whether the page has replaced what the driver's own scripts need: its commands may never answer there.
    var isBrokenByPage = false

    /// That of a session that has just begun.
    init(_ timeouts: Timeouts?) {
        if case .after(let limit) = timeouts?.script { scriptLimit = limit.milliseconds }
    }

    /// Whether a picture was asked for that has not come: it may keep the driver from everything after it.
    var isOwingPicture = false

    /// Notes why the page can do nothing any more, where that is not known yet.
    mutating func end(with error: BrowserError) { ended = ended ?? error }
}
