/// Why a document is not a schema that can be checked against.
package struct JSONSchemaError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, in words: `must be a number, is a string`.
    package let reason: String
    /// The place in the schema, as a JSON Pointer; empty for the whole.
    package let pointer: String

    /// The place and the reason: `/properties/id/type: must be…`.
    package var description: String { (pointer.isEmpty ? "the schema" : pointer) + ": " + reason }
}
