/// A capability's name as a coding key.
struct CapabilityName: CodingKey, ExpressibleByStringLiteral {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init(stringLiteral value: String) { stringValue = value }
    init?(intValue: Int) { nil }
}

extension KeyedEncodingContainer where Key == CapabilityName {
    /// Encodes a list that is not empty.
    mutating func encode(list: [String], _ name: CapabilityName) throws {
        if !list.isEmpty { try encode(list, forKey: name) }
    }

    /// Encodes a map that is not empty.
    mutating func encode(map: [String: any Encodable & Sendable], _ name: CapabilityName) throws {
        if map.isEmpty { return }
        var container = nestedContainer(keyedBy: CapabilityName.self, forKey: name)
        try container.encode(entries: map)
    }

    /// Encodes each entry under its own name.
    mutating func encode(entries: [String: any Encodable & Sendable]) throws {
        for (name, value) in entries {
            try value.encode(to: superEncoder(forKey: CapabilityName(stringValue: name)))
        }
    }
}
