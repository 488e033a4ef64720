import CanaryModel

@testable import FlowFile

/// A text, as a file of its own.
func source(_ text: String, file: String = "t.json5") -> SourceText {
    SourceText(file: file, bytes: Array(text.utf8))
}

extension JSON5Node {
    /// The value without its places, for comparisons; what JSON has no number for is a string.
    var json: JSONValue {
        switch value {
        case .null: .null
        case .bool(let bool): .bool(bool)
        case .number(let number): number.isFinite ? .number(JSONNumber(number)) : .string("\(number)")
        case .string(let string): .string(string)
        case .array(let elements): .array(elements.map(\.json))
        case .object(let members):
            .object(JSONObject(members.map { ($0.key, $0.value.json) }))
        case .invalid: .string("<invalid>")
        }
    }
}

extension JSON5Document {
    /// The mistakes as `line:column message`.
    func told(in source: SourceText) -> [String] {
        errors.map { "\(source.place(at: $0.offset)) \($0.message)" }
    }
}
