import CanaryJSON
import CanaryModel
import Foundation

/// Reads JSON as the tests write it.
func json(_ text: String) throws -> JSONValue { try JSONValue(parsing: Data(text.utf8)) }

/// The violations of a value, both written as JSON.
func violations(
    _ schema: String,
    _ value: String,
    assertsFormats: Bool = false
) throws -> [JSONSchemaViolation] {
    try JSONSchema(json(schema), assertsFormats: assertsFormats).violations(of: json(value))
}

/// Why a schema is refused; `nil` where it is not.
func refusal(_ schema: String) throws -> JSONSchemaError? {
    let document = try json(schema)
    do {
        _ = try JSONSchema(document)
        return nil
    } catch {
        return error
    }
}

/// A value that lies so many levels deep: `opening` and `closing` around each, `inner` in the middle.
func nested(_ levels: Int, _ opening: String, _ inner: String, _ closing: String) -> String {
    String(repeating: opening, count: levels) + inner + String(repeating: closing, count: levels)
}

/// The violations as found on a thread with as little stack as those have that check values: 512 KB.
func violationsOnSmallStack(_ schema: String, _ value: String) async throws -> [JSONSchemaViolation] {
    let schema = try json(schema)
    let value = try json(value)
    return try await withCheckedThrowingContinuation { continuation in
        let thread = Thread {
            continuation.resume(with: Result { try JSONSchema(schema).violations(of: value) })
        }
        thread.stackSize = 512 * 1024
        thread.start()
    }
}
