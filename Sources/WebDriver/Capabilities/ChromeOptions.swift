/// The capability `goog:chromeOptions`; what is `nil` or empty is not sent.
///
/// Source: [ChromeDriver capabilities](https://developer.chrome.com/docs/chromedriver/capabilities).
public struct ChromeOptions: Sendable {
    /// Arguments of the browser, with or without `--`.
    public var args: [String] = []
    /// The browser's executable.
    public var binary: String?
    /// Arguments that chromedriver would add and shall not.
    public var excludeSwitches: [String] = []
    /// Preferences of the profile.
    public var prefs: [String: any Encodable & Sendable] = [:]
    /// Preferences of the browser.
    public var localState: [String: any Encodable & Sendable] = [:]
    /// Packed extensions, each as base64.
    public var extensions: [String] = []
    /// A device to imitate (`deviceName`, or `deviceMetrics` and `userAgent`).
    public var mobileEmulation: [String: any Encodable & Sendable] = [:]
    /// What the `performance` log records (`enableNetwork`, `enablePage`, `traceCategories`, …).
    public var perfLoggingPrefs: [String: any Encodable & Sendable] = [:]
    /// `host:port` of a browser that already runs; then only logging options are allowed beside it.
    public var debuggerAddress: String?
    /// How long the browser may take to start; 60 s where `nil`.
    public var browserStartupTimeout: Duration?
    /// Whether the browser stays when its session ends.
    public var detach: Bool?
    /// Whether the browser is asked to quit before it is killed.
    public var quitGracefully: Bool?
    /// Types of windows that count as windows beside the usual ones.
    public var windowTypes: [String] = []
    /// Where the browser writes its log.
    public var logPath: String?
    /// Where the browser writes its crash dumps.
    public var minidumpPath: String?

    /// Makes options that ask for nothing.
    public init() {}
}

extension ChromeOptions: Encodable {
    /// Encodes what is set.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CapabilityName.self)
        try container.encode(list: args, "args")
        try container.encodeIfPresent(binary, forKey: "binary")
        try container.encode(list: excludeSwitches, "excludeSwitches")
        try container.encode(map: prefs, "prefs")
        try container.encode(map: localState, "localState")
        try container.encode(list: extensions, "extensions")
        try container.encode(map: mobileEmulation, "mobileEmulation")
        try container.encode(map: perfLoggingPrefs, "perfLoggingPrefs")
        try container.encodeIfPresent(debuggerAddress, forKey: "debuggerAddress")
        try container.encodeIfPresent(
            browserStartupTimeout?.wholeMilliseconds,
            forKey: "browserStartupTimeout"
        )
        try container.encodeIfPresent(detach, forKey: "detach")
        try container.encodeIfPresent(quitGracefully, forKey: "quitGracefully")
        try container.encode(list: windowTypes, "windowTypes")
        try container.encodeIfPresent(logPath, forKey: "logPath")
        try container.encodeIfPresent(minidumpPath, forKey: "minidumpPath")
    }
}
