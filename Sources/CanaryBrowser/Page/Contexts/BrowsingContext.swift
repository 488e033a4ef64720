import CanaryModel
import WebDriver

/// Where the session is in the browser: its windows, the frame it looks into, and how that is looked into.
///
/// Source: [current browsing context](https://www.w3.org/TR/webdriver2/#dfn-current-browsing-context).
struct BrowsingContext {
    /// The windows in the order in which they were seen; the first is the main one.
    var windows: [WindowHandle] = []
    /// The frames that the session is in; `nil`: not known.
    var frame: [Target]? = [] {
        didSet { if frame == [] { view = FrameView() } }
    }
    /// How those frames look from outside.
    var view = FrameView()
    /// The frame in whose world scripts run where ``frame`` is not the top document; `nil`: the session runs them.
    var lookFrame: String?
    /// The elements of the frames on the way to that one.
    var elements: [Element] = []
    /// Whether the session itself is in the current frame.
    var isSessionInside = false
    /// The documents in frames that those around them can look into.
    var openFrames: Set<FrameDocument> = []
    /// Documents of frames that were looked into and have failed, and those of them that were reported.
    var failedFrames: [Landing] = []
    var toldFrames: [Landing] = []
    /// The origins that have been given user name and password.
    var authenticatedOrigins: Set<String> = []

    /// Notes that the session is in the top document, and nothing is looked into from there.
    mutating func leaveFrames() { (isSessionInside, lookFrame, elements) = (false, nil, []) }

    /// Notes that the session itself has gone into the current frame.
    mutating func enterByDriver() { (isSessionInside, lookFrame, elements) = (true, nil, []) }

    /// Whether the current frame is looked into from outside, and the session is in the top document.
    var isOutside: Bool { lookFrame != nil && !isSessionInside && frame != [] }
}
