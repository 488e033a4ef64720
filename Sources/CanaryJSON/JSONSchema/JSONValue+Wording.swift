import CanaryModel

extension JSONValue {
    /// What kind of value it is, in words: `a string`.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .array: "an array"
        case .object: "an object"
        }
    }

    /// The value for a message: as JSON where it is short, else its kind and size.
    var brief: String {
        switch self {
        case .null, .bool: written
        case .number(let number): Self.cut(number.digits)
        case .string(let text): JSONValue.string(Self.cut(text)).written
        case .array(let elements):
            elements.isEmpty ? "an empty array" : "an array of \(Self.counted(elements.count, "element"))"
        case .object(let object):
            object.isEmpty ? "an empty object" : "an object with \(Self.counted(object.count, "member"))"
        }
    }

    /// A count with its noun: `1 element`, `2 elements`.
    static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    /// The first 60 characters.
    static func cut(_ text: String) -> String {
        let start = text.unicodeScalars.prefix(61)
        return start.count < 61 ? text : String(start.dropLast()) + "…"
    }
}
