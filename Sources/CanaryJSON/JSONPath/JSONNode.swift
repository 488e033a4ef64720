package import CanaryModel

/// A value of a document and its place there.
package struct JSONNode: Sendable {
    /// The value.
    package let value: JSONValue
    let location: JSONLocation

    init(_ value: JSONValue, at location: JSONLocation = .root) {
        self.value = value
        self.location = location
    }

    /// Its normalized path (RFC 9535, section 2.7): `$['a'][0]`.
    package var path: String { location.steps.reduce(into: "$") { $0 += $1.normalized } }

    /// Its path as people write it, with brackets only where they are needed: `$.a[0]`.
    package var shortPath: String { location.steps.reduce(into: "$") { $0 += $1.short } }

    /// The elements or members, in their order; none where it has no room for any.
    var children: [JSONNode] {
        switch value {
        case .array(let elements): elements.enumerated().map { child($1, .index($0)) }
        case .object(let object): object.map { child($0.value, .name($0.key)) }
        case .null, .bool, .number, .string: []
        }
    }

    /// The member or element that a step leads to.
    func child(_ step: PathStep) -> JSONNode? {
        switch (value, step) {
        case (.object(let object), .name(let name)): object[name].map { child($0, step) }
        case (.array(let elements), .index(let index)):
            elements.place(of: index).map { child(elements[$0], .index($0)) }
        default: nil
        }
    }

    private func child(_ value: JSONValue, _ step: PathStep) -> JSONNode {
        JSONNode(value, at: .step(location, step))
    }
}

extension JSONNode: Hashable {
    /// Whether two have the same value at the same place.
    package static func == (one: JSONNode, other: JSONNode) -> Bool {
        one.path.utf8.elementsEqual(other.path.utf8) && one.value == other.value
    }

    /// Hashes the place.
    package func hash(into hasher: inout Hasher) {
        for byte in path.utf8 { hasher.combine(byte) }
    }
}
