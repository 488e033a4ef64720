/// The limits that a driver keeps by itself.
///
/// Source: [Timeouts](https://www.w3.org/TR/webdriver2/#timeouts).
public struct Timeouts: Codable, Hashable, Sendable {
    /// A limit, in whole milliseconds, or none.
    public enum Limit: Hashable, Sendable {
        /// Gives up after this long.
        case after(Duration)
        /// Never gives up; only `script` may be so with every driver.
        case never
    }

    /// How long a script may run; 30 s by default.
    ///
    /// Where `nil`, it is not set or was not reported.
    public var script: Limit?
    /// How long a navigation may take; 300 s by default.
    ///
    /// Where `nil`, it is not set or was not reported.
    public var pageLoad: Limit?
    /// How long finding waits for an element; 0 by default.
    ///
    /// Where `nil`, it is not set or was not reported.
    public var implicit: Limit?

    /// Makes limits; those that are `nil` are left as they are.
    public init(script: Limit? = nil, pageLoad: Limit? = nil, implicit: Limit? = nil) {
        self.script = script
        self.pageLoad = pageLoad
        self.implicit = implicit
    }
}

extension Timeouts.Limit: Codable {
    /// Decodes milliseconds, from 0 to 2^53 - 1 (what lies outside is the nearest of these), or `null`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if container.decodeNil() {
            self = .never
        } else {
            let written = try container.decode(Double.self)
            // The longest that the protocol knows (2^53 - 1): a duration cannot hold every number.
            self = .after(.milliseconds(min(max(written, 0), 9_007_199_254_740_991)))
        }
    }

    /// Encodes milliseconds or `null`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .after(let duration): try container.encode(duration.wholeMilliseconds)
        case .never: try container.encodeNil()
        }
    }
}

extension Timeouts {
    /// Decodes the limits that are there; `null` is `never`, which the synthesised decoding would drop.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func limit(_ key: CodingKeys) throws -> Limit? {
            container.contains(key) ? try container.decode(Limit.self, forKey: key) : nil
        }
        self.init(script: try limit(.script), pageLoad: try limit(.pageLoad), implicit: try limit(.implicit))
    }
}
