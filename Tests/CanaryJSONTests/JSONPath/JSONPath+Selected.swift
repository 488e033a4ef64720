import CanaryJSON
import CanaryModel
import Foundation

extension JSONPath {
    /// What a path selects in a JSON text.
    static func nodes(_ path: String, in json: String) throws -> [JSONNode] {
        try JSONPath(path).nodes(in: JSONValue(parsing: Data(json.utf8)))
    }

    /// The values that a path selects in a JSON text, each as JSON.
    static func values(_ path: String, in json: String) throws -> [String] {
        try nodes(path, in: json).map(\.value.written)
    }
}
