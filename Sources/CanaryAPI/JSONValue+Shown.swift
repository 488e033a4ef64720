import CanaryModel

extension JSONValue {
    /// The value for a message, whole or not at all: what is cut in the middle of a secret is not masked any more.
    var shown: String {
        let text = written
        if text.utf8.count <= 100_000 { return text }
        switch self {
        case .array(let elements): return "an array of \(elements.count)"
        case .object(let object): return "an object of \(object.count) members"
        case .string(let string): return "a text of \(string.count) characters"
        case .null, .bool, .number: return "a number of \(text.utf8.count) digits"
        }
    }
}
