/// The key of a member: keys are the same where their characters are, one by one.
struct JSONKey: Hashable, CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ key: String) { stringValue = key }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }

    static func == (one: JSONKey, other: JSONKey) -> Bool {
        one.stringValue.utf8.elementsEqual(other.stringValue.utf8)
    }

    func hash(into hasher: inout Hasher) {
        for byte in stringValue.utf8 { hasher.combine(byte) }
        hasher.combine(UInt8(0xff))
    }
}
