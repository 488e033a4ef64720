public import Foundation

extension RunResult {
    /// The name and version of the format that this version of canary writes and reads.
    public static let schema = "canary.run/1"

    /// The run as `result.json` holds it: UTF-8, indented, keys in alphabetical order, a newline at the end.
    ///
    /// The same value gives the same bytes. What is `nil` is left out, times are ISO 8601 in UTC, durations
    /// whole milliseconds. The article <doc:ResultFile> describes every key.
    ///
    /// - Throws: `EncodingError`, which no value of this type is known to cause.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(self).withoutWorkflowCommands() + Data("\n".utf8)
    }

    /// Reads what ``json()`` wrote.
    ///
    /// Keys that this version does not know are passed over: a later version may add some within the same schema.
    ///
    /// - Throws: ``ResultError`` where it is not JSON, has another schema, or a value is missing or of the wrong type.
    public init(json: Data) throws(ResultError) {
        do {
            let decoder = JSONDecoder()
            let header = try decoder.decode(Header.self, from: json)
            guard header.schema == Self.schema else { throw ResultError.unknownSchema(header.schema) }
            self = try decoder.decode(RunResult.self, from: json)
        } catch let error as ResultError {
            throw error
        } catch let error as DecodingError {
            throw .malformed(error.place)
        } catch {
            throw .malformed("\(error)")
        }
    }

    private struct Header: Decodable {
        let schema: String?
    }
}

extension DecodingError {
    /// What is wrong and where: `flows[0].attempts[2].number: Expected to decode Int but …`.
    fileprivate var place: String {
        switch self {
        case .keyNotFound(let key, let context): Self.path(context.codingPath + [key]) + "is missing"
        case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
            Self.path(context.codingPath) + context.debugDescription
        @unknown default: "\(self)"
        }
    }

    private static func path(_ keys: [any CodingKey]) -> String {
        let path = keys.reduce("") { path, key in
            if let index = key.intValue { return "\(path)[\(index)]" }
            return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
        }
        return path.isEmpty ? "" : path + ": "
    }
}
