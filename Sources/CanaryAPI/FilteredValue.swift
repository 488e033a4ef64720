import CanaryModel
import Foundation

/// A value on its way through filters: JSON, or bytes that nothing has read yet.
enum FilteredValue: Sendable {
    case json(JSONValue)
    case bytes(Data)

    /// The value as JSON; bytes as UTF-8, where what is not UTF-8 is replaced.
    var json: JSONValue {
        switch self {
        case .json(let value): value
        case .bytes(let bytes): .string(String(decoding: bytes, as: UTF8.self))
        }
    }

    /// The bytes of a text.
    var data: Data? {
        switch self {
        case .bytes(let bytes): bytes
        case .json(.string(let text)): Data(text.utf8)
        case .json: nil
        }
    }

    /// The text of a string, a number or a boolean.
    var text: String? { json.scalarText }
}

extension JSONValue {
    /// The text of a string, a number or a boolean.
    var scalarText: String? {
        switch self {
        case .string(let text): text
        case .number, .bool: written
        case .null, .array, .object: nil
        }
    }
}
