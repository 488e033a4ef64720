public import WebDriver

/// Which browsers do the steps that are about a page, and how they are watched.
public struct BrowserConfiguration: Sendable {
    /// The driver: a path, or the URL of one that runs somewhere; `nil` to look for it.
    public var driver: String?
    /// The browser's path; `nil` to look for it.
    public var browser: String?
    /// Whether the browser shows a window.
    public var isHeaded = false
    /// Gets each exchange with a driver, secrets masked, with the flow's name.
    ///
    /// Must be quick; without one nothing is gathered.
    public var observer: (@Sendable (_ flow: String, _ exchange: WireExchange) -> Void)?

    /// Reads what a browser has had of the processors; otherwise its session does.
    var processorTimes: (@Sendable () -> ProcessorTimes?)?

    /// Makes a configuration: the browser that is found, without a window.
    public init() {}
}
