/// The driver and browser that a flow ran in.
public struct BrowserEnvironment: Sendable, Hashable, Codable {
    /// The browser's name as it gives it: `chrome`, `chrome-headless-shell`.
    public var browser: String
    /// The browser's version.
    public var browserVersion: String
    /// The driver's version.
    public var driverVersion: String
    /// The operating system as the browser gives it: `linux`.
    public var platform: String
    /// Whether the browser runs without its sandbox (added for root only).
    public var isSandboxOff: Bool
    /// The size of the page; `nil` in results of versions that did not record it.
    public var viewport: Viewport?

    /// Makes an environment.
    public init(
        browser: String,
        browserVersion: String,
        driverVersion: String,
        platform: String,
        isSandboxOff: Bool,
        viewport: Viewport? = nil
    ) {
        self.browser = browser
        self.browserVersion = browserVersion
        self.driverVersion = driverVersion
        self.platform = platform
        self.isSandboxOff = isSandboxOff
        self.viewport = viewport
    }
}
