/// What a session came to have.
///
/// Everything may be missing: drivers differ, and what is of an unexpected type counts as not reported.
public struct SessionCapabilities: Sendable, Hashable {
    /// The browser (`chrome`, `chrome-headless-shell`, `firefox`).
    public var browserName: String?
    /// The browser's version.
    public var browserVersion: String?
    /// The operating system (`linux`).
    public var platformName: String?
    /// Whether certificates that do not hold are accepted.
    public var acceptInsecureCerts: Bool?
    /// How long a navigation waits.
    public var pageLoadStrategy: PageLoadStrategy?
    /// Whether the window can be moved and sized.
    public var setWindowRect: Bool?
    /// Whether typing into a file input needs it to be visible.
    public var strictFileInteractability: Bool?
    /// The session's limits.
    public var timeouts: Timeouts?
    /// What is done with dialogs that nobody expects.
    public var unhandledPromptBehavior: UnhandledPromptBehavior?
    /// What the browser calls itself to servers.
    public var userAgent: String?
    /// The address for WebDriver BiDi, where it was asked for.
    public var webSocketURL: String?
    /// The browser's process (`goog:processID`, `moz:processID`).
    public var processID: Int?
    /// chromedriver's version, with its revision.
    public var chromedriverVersion: String?
    /// The browser's profile folder.
    public var userDataDirectory: String?
    /// `host:port` of the browser's debugger; absent where it is reached by a pipe.
    public var debuggerAddress: String?
    /// Whether a Selenium Grid is in between, which takes files at another path.
    public var isGrid = false

    /// Makes capabilities of which nothing is known.
    public init() {}
}

extension SessionCapabilities: Decodable {
    private struct Chrome: Decodable {
        let chromedriverVersion: String?
        let userDataDir: String?
    }

    private struct ChromeOptions: Decodable { let debuggerAddress: String? }

    /// Decodes what is known; never fails for a single capability.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CapabilityName.self)
        func told<T: Decodable>(_ name: CapabilityName, as: T.Type = T.self) -> T? {
            try? container.decode(T.self, forKey: name)  // of another type: not reported
        }
        browserName = told("browserName")
        browserVersion = told("browserVersion")
        platformName = told("platformName")
        acceptInsecureCerts = told("acceptInsecureCerts")
        pageLoadStrategy = told("pageLoadStrategy")
        setWindowRect = told("setWindowRect")
        strictFileInteractability = told("strictFileInteractability")
        timeouts = told("timeouts")
        unhandledPromptBehavior = told("unhandledPromptBehavior")
        userAgent = told("userAgent")
        webSocketURL = told("webSocketUrl")
        processID = told("goog:processID") ?? told("moz:processID")
        let chrome = told("chrome", as: Chrome.self)
        chromedriverVersion = chrome?.chromedriverVersion
        userDataDirectory = chrome?.userDataDir
        debuggerAddress = told("goog:chromeOptions", as: ChromeOptions.self)?.debuggerAddress
        isGrid = container.allKeys.contains { $0.stringValue.hasPrefix("se:") }
    }
}
