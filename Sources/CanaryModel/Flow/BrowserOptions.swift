/// How a flow wants its browser set up: the `browser` key of a flow file.
public struct BrowserOptions: Sendable, Hashable {
    /// The size of the page in CSS pixels, the same in every browser.
    public var viewport: Viewport
    /// The language, as a BCP 47 tag (`de-AT`).
    public var locale: String?
    /// The time zone, as an IANA name (`Europe/Vienna`).
    public var timezone: String?
    /// The `User-Agent` to send.
    public var userAgent: String?
    /// Headers added to every request of the page.
    public var headers: [String: String]
    /// The user name and password for HTTP authentication.
    public var basicAuth: BasicAuth?
    /// Whether invalid certificates are accepted.
    public var insecure: Bool
    /// What pages may do without a question.
    public var permissions: Set<Permission>
    /// Where the browser says that it is.
    public var geolocation: Geolocation?
    /// Further command-line arguments for the browser.
    public var args: [String]

    /// Makes options; the defaults are those of a flow file without `browser`.
    public init(
        viewport: Viewport = Viewport(width: 1280, height: 720),
        locale: String? = nil,
        timezone: String? = nil,
        userAgent: String? = nil,
        headers: [String: String] = [:],
        basicAuth: BasicAuth? = nil,
        insecure: Bool = false,
        permissions: Set<Permission> = [],
        geolocation: Geolocation? = nil,
        args: [String] = []
    ) {
        self.viewport = viewport
        self.locale = locale
        self.timezone = timezone
        self.userAgent = userAgent
        self.headers = headers
        self.basicAuth = basicAuth
        self.insecure = insecure
        self.permissions = permissions
        self.geolocation = geolocation
        self.args = args
    }
}
