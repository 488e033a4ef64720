import Foundation

/// The reply to a request for a session.
public struct NewSession: Decodable, Hashable, Sendable {
    /// The session's id.
    public let id: String
    /// What the session came to have.
    public let capabilities: SessionCapabilities

    init(id: String, capabilities: SessionCapabilities) {
        self.id = id
        self.capabilities = capabilities
    }

    private enum CodingKeys: String, CodingKey { case sessionId, capabilities, value }

    /// Decodes a whole reply: the W3C form, or that of old servers with the id beside the value, which then is
    /// the capabilities alone.
    public init(from decoder: any Decoder) throws {
        let reply = try decoder.container(keyedBy: CodingKeys.self)
        let value = try reply.nestedContainer(keyedBy: CodingKeys.self, forKey: .value)
        id =
            try value.decodeIfPresent(String.self, forKey: .sessionId)
            ?? reply.decode(String.self, forKey: .sessionId)
        if id.isEmpty {
            throw DecodingError.dataCorruptedError(
                forKey: .sessionId,
                in: value,
                debugDescription: "the driver named no session: its id is empty"
            )
        }
        capabilities =
            try value.decodeIfPresent(SessionCapabilities.self, forKey: .capabilities)
            ?? reply.decode(SessionCapabilities.self, forKey: .value)
    }
}
