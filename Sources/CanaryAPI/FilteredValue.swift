import CanaryModel
import Foundation

/// A value on its way through filters: JSON, or bytes that nothing has read yet.
enum FilteredValue: Sendable {
    case json(JSONValue)
    /// With the character encoding that was named with them, if one was.
    case bytes(Data, charset: String? = nil)

    /// The value as JSON; bytes as UTF-8 unless they are valid in the encoding that was named; what is not UTF-8 is replaced.
    var json: JSONValue {
        switch self {
        case .json(let value): value
        case .bytes(let bytes, let charset): .string(bytes.text(named: charset))
        }
    }

    /// The bytes of a text.
    var data: Data? {
        switch self {
        case .bytes(let bytes, _): bytes
        case .json(.string(let text)): Data(text.utf8)
        case .json: nil
        }
    }

    /// The text of a string, a number or a boolean.
    var text: String? { json.scalarText }
}

extension Data {
    /// The text in the encoding that was named, where it is known and the bytes are valid in it; else what of it is UTF-8.
    func text(named charset: String?) -> String {
        if let charset {
            do {
                if let text = try text(in: charset) { return text }
            } catch {
                // A server may name what it likes.
            }
        }
        return String(decoding: self, as: UTF8.self)
    }
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
