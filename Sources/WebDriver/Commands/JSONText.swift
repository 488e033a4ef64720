import Foundation

/// JSON as the drivers get it.
enum JSONText {
    // Sorted, so that the same command is the same bytes; chromedriver needs no slash escaped.
    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()

    static let decoder = JSONDecoder()

    static func encode(_ value: some Encodable) throws -> Data {
        try encoder.encode(value)
    }
}
