/// The header fields of a response, in the order they came, repeated ones kept apart.
public struct HTTPHeaders: Sendable, Hashable, RandomAccessCollection {
    private var fields: [HTTPHeader]

    /// Makes a list of fields.
    public init(_ fields: [HTTPHeader] = []) {
        self.fields = fields
    }

    /// The first value of a field, found without regard to the case of its name; `nil` where it is absent.
    public subscript(name: String) -> String? {
        fields.first { $0.name.lowercased() == name.lowercased() }?.value
    }

    /// Every value of a field in order, such as those of `Set-Cookie`; empty where it is absent.
    public func values(_ name: String) -> [String] {
        fields.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }

    /// The field at a position.
    public subscript(position: Int) -> HTTPHeader { fields[position] }

    /// The position of the first field: 0.
    public var startIndex: Int { 0 }

    /// The number of fields.
    public var endIndex: Int { fields.count }

    mutating func append(_ field: HTTPHeader) {
        fields.append(field)
    }

    mutating func removeAll() {
        fields.removeAll(keepingCapacity: true)
    }

    /// Adds a continuation line (RFC 9112, section 5.2) to the last field.
    mutating func extendLast(by text: String) {
        guard let last = fields.indices.last else { return }
        fields[last].value += " " + text
    }
}
