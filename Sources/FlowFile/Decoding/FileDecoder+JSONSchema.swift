import CanaryJSON
import CanaryModel
import Foundation

extension FileDecoder {
    /// A JSON Schema that stands in the flow, or in a file beside it.
    func schemaTest(_ node: JSON5Node) -> ValueTest? {
        let document: JSONValue?
        switch node.value {
        case .object, .bool: document = exactJSON(node)
        default: document = schemaFile(node)
        }
        guard let document else { return nil }
        if SavedReference.isIn(document.strings) { return .schema(document) }  // known while the flow runs
        do throws(JSONSchemaError) {
            _ = try JSONSchema(document)
            return .schema(document)
        } catch {
            report(node, "the JSON Schema cannot be used: \(error)")
            return nil
        }
    }

    private func schemaFile(_ node: JSON5Node) -> JSONValue? {
        let expected = "a JSON Schema, or the name of a file that holds one"
        guard let name = constant(node, "jsonSchema", takes: expected), let path = file(named: name, node)
        else {
            return nil
        }
        do {
            return try JSONValue(parsing: try Data(contentsOf: URL(filePath: path)))
        } catch let error as JSONSyntaxError {
            report(node, "\(TerminalText.quoted(name.shown)) is not JSON: \(error)")
        } catch {
            report(node, "\(TerminalText.quoted(name.shown)) cannot be read: \(error.localizedDescription)")
        }
        return nil
    }
}

extension JSONValue {
    /// All its strings, one after the other.
    fileprivate var strings: String {
        switch self {
        case .string(let text): text
        case .array(let elements): elements.map(\.strings).joined()
        case .object(let object): object.map(\.value.strings).joined()
        case .null, .bool, .number: ""
        }
    }
}
