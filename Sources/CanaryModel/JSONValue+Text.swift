import Foundation

extension JSONValue {
    /// The value as the text of a variable: a string as it is, anything else as JSON.
    public var text: String {
        if case .string(let text) = self { return text }
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        do {
            return String(decoding: try encoder.encode(self), as: UTF8.self)
        } catch {
            return ""  // no JSON value is known to fail: a number that is not finite does not come from JSON
        }
    }
}
