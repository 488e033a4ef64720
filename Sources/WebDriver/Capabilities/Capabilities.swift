/// What a new session is asked for.
///
/// A driver takes the first of ``firstMatch`` that it can give together with ``alwaysMatch``; a name in both is
/// refused. Source: [Processing capabilities](https://www.w3.org/TR/webdriver2/#processing-capabilities).
public struct Capabilities: Sendable {
    /// What the session must have.
    public var alwaysMatch: CapabilitySet
    /// Alternatives, best first; none means no further wishes.
    public var firstMatch: [CapabilitySet]

    /// Makes a request for a session.
    public init(alwaysMatch: CapabilitySet = CapabilitySet(), firstMatch: [CapabilitySet] = []) {
        self.alwaysMatch = alwaysMatch
        self.firstMatch = firstMatch
    }
}

extension Capabilities: Encodable {
    private enum CodingKeys: CodingKey { case alwaysMatch, firstMatch }

    /// Encodes both; an empty ``firstMatch`` is left out, since drivers refuse `[]`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(alwaysMatch, forKey: .alwaysMatch)
        if !firstMatch.isEmpty { try container.encode(firstMatch, forKey: .firstMatch) }
    }
}
