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
        case .number(let number):
            Self.whole(number.digits) ?? "a number of \(number.digits.utf8.count) digits"
        case .string(let text):
            Self.whole(text).map { JSONValue.string($0).written } ?? "a text of \(text.count) characters"
        case .array(let elements):
            elements.isEmpty ? "an empty array" : "an array of \(Self.counted(elements.count, "element"))"
        case .object(let object):
            object.isEmpty ? "an empty object" : "an object with \(Self.counted(object.count, "member"))"
        }
    }

    /// A count with its noun: `1 element`, `2 elements`.
    static func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }

    /// A text that is short; what is cut in the middle of a secret could not be masked any more.
    static func whole(_ text: String) -> String? {
        text.unicodeScalars.prefix(1001).count > 1000 ? nil : text
    }

    /// The name of a member for a message.
    static func named(_ name: String) -> String { whole(name) ?? "(a name of \(name.count) characters)" }
}
