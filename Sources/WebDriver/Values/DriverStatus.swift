/// What a driver says of itself.
///
/// Source: [Status](https://www.w3.org/TR/webdriver2/#status).
public struct DriverStatus: Decodable, Hashable, Sendable {
    /// Whether it can take a new session; chromedriver always says so.
    public let isReady: Bool
    /// The same in words; empty where the driver has none.
    public let message: String
    /// The driver's version (`156.0.8078.79 (a21c…)`), where it reports it.
    public let version: String?

    /// Makes a status of its parts.
    public init(isReady: Bool, message: String, version: String?) {
        self.isReady = isReady
        self.message = message
        self.version = version
    }

    private enum CodingKeys: String, CodingKey { case ready, message, build, version }
    private struct Build: Decodable { let version: String? }

    /// Decodes the W3C form; `build.version` (chromedriver) or `version` where there is one.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        isReady = try container.decode(Bool.self, forKey: .ready)
        message = try container.decodeIfPresent(String.self, forKey: .message) ?? ""
        let build = try container.decodeIfPresent(Build.self, forKey: .build)
        version = try build?.version ?? container.decodeIfPresent(String.self, forKey: .version)
    }
}
