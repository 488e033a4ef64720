/// Says in words why coding JSON failed, without the types of Swift where that can be.
enum CodingFailure {
    static func words(for error: any Error) -> String {
        switch error {
        case DecodingError.typeMismatch(let type, let context),
            DecodingError.valueNotFound(let type, let context):
            "no \(type) at \(place(context.codingPath))"
        case DecodingError.keyNotFound(let key, let context):
            "no '\(key.stringValue)' at \(place(context.codingPath))"
        case DecodingError.dataCorrupted(let context): context.debugDescription
        case EncodingError.invalidValue(let value, let context):
            "\(value) at \(place(context.codingPath)) cannot be JSON: \(context.debugDescription)"
        default: "\(error)"
        }
    }

    private static func place(_ path: [any CodingKey]) -> String {
        let keys = path.map { key in key.intValue.map { "[\($0)]" } ?? key.stringValue }
        return keys.isEmpty ? "the top" : keys.joined(separator: ".")
    }
}
