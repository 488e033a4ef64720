/// One way in which a value is not as its schema says.
package struct JSONSchemaViolation: Sendable, Hashable, CustomStringConvertible {
    /// Where in the value, as JSONPath: `$.items[0].price`.
    package let path: String
    /// The keyword that says so, as a JSON Pointer into the schema: `/properties/items/type`.
    package let keyword: String
    /// What is wrong, in words: `must be a number, is a string`.
    package let message: String

    /// The place and the message: `$.items[0].price must be…`.
    package var description: String { path + " " + message }
}
