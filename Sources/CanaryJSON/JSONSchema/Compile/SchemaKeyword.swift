import CanaryModel

/// A keyword with its value, and readers that say where a value is wrong.
struct SchemaKeyword {
    let name: String
    let value: JSONValue
    /// Where it stands, as a JSON Pointer.
    let pointer: String

    /// An error at the keyword.
    func error(_ reason: String) -> JSONSchemaError { JSONSchemaError(reason: reason, pointer: pointer) }

    /// An error for a value that is not what it must be.
    func wrong(_ wanted: String) -> JSONSchemaError { error("must be \(wanted), is \(value.brief)") }

    func string() throws(JSONSchemaError) -> String {
        guard case .string(let text) = value else { throw wrong("a string") }
        return text
    }

    func bool() throws(JSONSchemaError) -> Bool {
        guard case .bool(let bool) = value else { throw wrong("true or false") }
        return bool
    }

    func number() throws(JSONSchemaError) -> JSONNumber {
        guard case .number(let number) = value else { throw wrong("a number") }
        return number
    }

    /// A whole number from 0; one that has no room is as large as one can be.
    func count() throws(JSONSchemaError) -> Int {
        guard case .number(let number) = value, number.isWhole, number >= 0 else {
            throw wrong("a whole number from 0")
        }
        return number.whole ?? Int.max
    }

    func array() throws(JSONSchemaError) -> [JSONValue] {
        guard case .array(let elements) = value else { throw wrong("an array") }
        return elements
    }

    func object() throws(JSONSchemaError) -> JSONObject {
        guard case .object(let object) = value else { throw wrong("an object") }
        return object
    }

    /// Strings, each once.
    func names() throws(JSONSchemaError) -> [String] {
        var seen: Set<SchemaName> = []
        var names: [String] = []
        for (index, element) in try array().enumerated() {
            let keyword = SchemaKeyword(name: name, value: element, pointer: pointer + "/\(index)")
            let text = try keyword.string()
            guard seen.insert(SchemaName(text)).inserted else {
                throw keyword.error("\(element.brief) is there twice")
            }
            names.append(text)
        }
        return names
    }

    /// The members of an object, each as a keyword of its own.
    func members() throws(JSONSchemaError) -> [SchemaKeyword] {
        try object().map { SchemaKeyword(name: $0, value: $1, pointer: pointer + JSONPointer.step($0)) }
    }
}
