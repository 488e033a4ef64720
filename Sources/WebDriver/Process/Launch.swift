/// Everything that the start of a session needs.
public struct Launch: Sendable {
    /// Where the driver is.
    public enum Driver: Sendable, Hashable {
        /// Installed here: it is started, and ended with all that it started.
        case installed(Installation)
        /// Running somewhere, at this URL: only the session is started and ended.
        case remote(String)
    }

    /// Where the driver is.
    public var driver: Driver
    /// Whether the browser shows a window.
    public var isHeaded = false
    /// The page's width in CSS pixels.
    public var viewportWidth = 1280
    /// The page's height in CSS pixels.
    public var viewportHeight = 720
    /// Further arguments of the browser; one that is set here already wins over it.
    public var arguments: [String] = []
    /// Whether certificates that do not hold are accepted.
    public var acceptsInsecureCertificates = false
    /// How long a navigation waits; the driver's default is `normal`.
    public var pageLoadStrategy: PageLoadStrategy?
    /// The session's limits.
    public var timeouts: Timeouts?
    /// The browser's proxy.
    public var proxy: Proxy?
    /// What is done with dialogs that nobody expects.
    public var unhandledPromptBehavior: UnhandledPromptBehavior?
    /// The level of each log: `["browser": "ALL"]`.
    public var loggingPreferences: [String: String] = [:]
    /// Variables that driver and browser get beside canary's own: `TZ` sets the time zone of every page.
    public var environment: [String: String] = [:]
    /// Variables of canary's own that driver and browser do not get: those that hold secrets.
    public var withheldVariables: Set<String> = []
    /// Gets every exchange with the driver.
    ///
    /// Must be quick; without one nothing is gathered.
    public var observer: (@Sendable (WireExchange) -> Void)?

    /// Makes a launch; the defaults are a headless browser with a page of 1280 × 720.
    public init(driver: Driver) {
        self.driver = driver
    }
}
