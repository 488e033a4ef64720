import CanaryModel

/// A type that `type` can name.
enum SchemaType: String, CaseIterable, Sendable {
    case null, boolean, integer, number, string, array, object

    /// The type in words: `a string`.
    var wording: String {
        switch self {
        case .null: "null"
        case .integer, .array, .object: "an " + rawValue
        case .boolean, .number, .string: "a " + rawValue
        }
    }

    /// Whether a value has the type.
    ///
    /// `1.0` is an integer.
    func includes(_ value: JSONValue) -> Bool {
        switch (self, value) {
        case (.null, .null), (.boolean, .bool), (.number, .number), (.string, .string), (.array, .array),
            (.object, .object):
            true
        case (.integer, .number(let number)): number.isWhole
        default: false
        }
    }
}
