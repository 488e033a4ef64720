import CanaryModel

extension JSONType {
    /// The type in words: `a string`.
    var wording: String {
        switch self {
        case .null: "null"
        case .integer, .array, .object: "an " + rawValue
        case .boolean, .number, .string: "a " + rawValue
        }
    }
}
