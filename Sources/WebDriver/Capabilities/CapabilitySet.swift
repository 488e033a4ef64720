/// Capabilities that one alternative asks for; what is `nil` or empty is not sent.
///
/// Source: [Capabilities](https://www.w3.org/TR/webdriver2/#capabilities).
public struct CapabilitySet: Sendable {
    /// The browser, in lower case (`chrome`, `firefox`).
    public var browserName: String?
    /// The browser's version; chromedriver takes any.
    public var browserVersion: String?
    /// The operating system, in lower case (`linux`).
    public var platformName: String?
    /// Whether certificates that do not hold are accepted.
    public var acceptInsecureCerts: Bool?
    /// How long a navigation waits.
    public var pageLoadStrategy: PageLoadStrategy?
    /// The browser's proxy.
    public var proxy: Proxy?
    /// The session's limits.
    public var timeouts: Timeouts?
    /// Whether typing into a file input needs it to be visible.
    public var strictFileInteractability: Bool?
    /// What is done with dialogs that nobody expects.
    public var unhandledPromptBehavior: UnhandledPromptBehavior?
    /// Whether a WebDriver BiDi address is asked for.
    public var webSocketURL: Bool?
    /// `goog:chromeOptions`.
    public var chromeOptions: ChromeOptions?
    /// `goog:loggingPrefs`: the level of each log (`browser: ALL`, `performance: ALL`).
    public var loggingPrefs: [String: String] = [:]
    /// Further capabilities, whose names have a colon (`moz:firefoxOptions`, `se:downloadsEnabled`).
    public var vendor: [String: any Encodable & Sendable] = [:]

    /// Makes a set that asks for nothing.
    public init() {}
}

extension CapabilitySet: Encodable {
    /// Encodes what is set.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CapabilityName.self)
        try container.encodeIfPresent(browserName, forKey: "browserName")
        try container.encodeIfPresent(browserVersion, forKey: "browserVersion")
        try container.encodeIfPresent(platformName, forKey: "platformName")
        try container.encodeIfPresent(acceptInsecureCerts, forKey: "acceptInsecureCerts")
        try container.encodeIfPresent(pageLoadStrategy, forKey: "pageLoadStrategy")
        try container.encodeIfPresent(proxy, forKey: "proxy")
        try container.encodeIfPresent(timeouts, forKey: "timeouts")
        try container.encodeIfPresent(strictFileInteractability, forKey: "strictFileInteractability")
        try container.encodeIfPresent(unhandledPromptBehavior, forKey: "unhandledPromptBehavior")
        try container.encodeIfPresent(webSocketURL, forKey: "webSocketUrl")
        try container.encodeIfPresent(chromeOptions, forKey: "goog:chromeOptions")
        try container.encode(map: loggingPrefs, "goog:loggingPrefs")
        try container.encode(entries: vendor)
    }
}
