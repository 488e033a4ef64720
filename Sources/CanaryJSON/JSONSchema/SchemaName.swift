/// A name as a key: two are the same where their characters are, one by one, unlike Swift's strings.
struct SchemaName: Hashable, Sendable {
    let text: String

    init(_ text: String) { self.text = text }

    static func == (one: SchemaName, other: SchemaName) -> Bool {
        one.text.utf8.elementsEqual(other.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        hasher.combine(UInt8(0xff))
    }
}
