/// What one input source does, tick by tick.
///
/// Source: [Actions](https://www.w3.org/TR/webdriver2/#actions).
public struct ActionSequence: Sendable, Hashable {
    /// What kind of source it is, with its actions.
    public enum Source: Sendable, Hashable {
        /// Does nothing but wait.
        case none([Duration])
        /// A keyboard.
        case key([KeyAction])
        /// A pointer of this kind.
        case pointer(PointerKind, [PointerAction])
        /// A scroll wheel.
        case wheel([WheelAction])
    }

    /// The source's name: the driver keeps its state (position, what is held) under it.
    public let id: String
    /// What it is and does.
    public let source: Source

    /// Makes a sequence.
    public init(id: String, _ source: Source) {
        self.id = id
        self.source = source
    }

    /// What a keyboard does.
    public static func key(id: String = "keyboard", _ actions: [KeyAction]) -> Self {
        Self(id: id, .key(actions))
    }

    /// What a mouse does.
    public static func pointer(id: String = "mouse", _ actions: [PointerAction]) -> Self {
        Self(id: id, .pointer(.mouse, actions))
    }

    /// What a mouse, pen or finger does.
    public static func pointer(id: String, _ kind: PointerKind, _ actions: [PointerAction]) -> Self {
        Self(id: id, .pointer(kind, actions))
    }

    /// What a scroll wheel does.
    public static func wheel(id: String = "wheel", _ actions: [WheelAction]) -> Self {
        Self(id: id, .wheel(actions))
    }
}

extension ActionSequence: Encodable {
    private enum CodingKeys: String, CodingKey { case id, type, parameters, actions }
    private struct Parameters: Encodable { let pointerType: PointerKind }

    /// Encodes the sequence as the specification has it.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(id, forKey: .id)
        switch source {
        case .none(let pauses):
            try container.encode("none", forKey: .type)
            try container.encode(pauses.map { ActionItem(pause: $0) }, forKey: .actions)
        case .key(let actions):
            try container.encode("key", forKey: .type)
            try container.encode(actions, forKey: .actions)
        case .pointer(let kind, let actions):
            try container.encode("pointer", forKey: .type)
            try container.encode(Parameters(pointerType: kind), forKey: .parameters)
            try container.encode(actions, forKey: .actions)
        case .wheel(let actions):
            try container.encode("wheel", forKey: .type)
            try container.encode(actions, forKey: .actions)
        }
    }
}
