/// Which proxy the browser uses.
///
/// Source: [Proxy](https://www.w3.org/TR/webdriver2/#proxy).
public enum Proxy: Sendable, Hashable {
    /// None.
    case direct
    /// What the system says.
    case system
    /// What the network offers (WPAD).
    case autodetect
    /// What the script at this URL says.
    case pac(url: String)
    /// These.
    case manual(Manual)

    /// Proxies by protocol, each as `host:port`.
    public struct Manual: Sendable, Hashable {
        /// For `http:`.
        public var http: String?
        /// For `https:`.
        public var https: String?
        /// For everything, with its version (4 or 5), without which drivers refuse it.
        public var socks: Socks?
        /// Hosts that are reached directly.
        public var bypass: [String]

        /// Makes a choice of proxies.
        public init(
            http: String? = nil,
            https: String? = nil,
            socks: Socks? = nil,
            bypass: [String] = []
        ) {
            self.http = http
            self.https = https
            self.socks = socks
            self.bypass = bypass
        }
    }

    /// A SOCKS proxy.
    public struct Socks: Sendable, Hashable {
        /// `host:port`.
        public var address: String
        /// 4 or 5.
        public var version: Int

        /// Makes a SOCKS proxy.
        public init(address: String, version: Int = 5) {
            self.address = address
            self.version = version
        }
    }
}

extension Proxy: Encodable {
    private enum CodingKeys: String, CodingKey {
        case proxyType, proxyAutoconfigUrl, httpProxy, sslProxy, socksProxy, socksVersion, noProxy
    }

    /// Encodes the proxy capability.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        switch self {
        case .direct: try container.encode("direct", forKey: .proxyType)
        case .system: try container.encode("system", forKey: .proxyType)
        case .autodetect: try container.encode("autodetect", forKey: .proxyType)
        case .pac(let url):
            try container.encode("pac", forKey: .proxyType)
            try container.encode(url, forKey: .proxyAutoconfigUrl)
        case .manual(let manual):
            try container.encode("manual", forKey: .proxyType)
            try container.encodeIfPresent(manual.http, forKey: .httpProxy)
            try container.encodeIfPresent(manual.https, forKey: .sslProxy)
            try container.encodeIfPresent(manual.socks?.address, forKey: .socksProxy)
            try container.encodeIfPresent(manual.socks?.version, forKey: .socksVersion)
            if !manual.bypass.isEmpty { try container.encode(manual.bypass, forKey: .noProxy) }
        }
    }
}
