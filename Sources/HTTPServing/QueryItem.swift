/// One field of a query, decoded.
package struct QueryItem: Sendable, Hashable {
    /// The name.
    package let name: String
    /// The value; empty where there is none.
    package let value: String

    /// Makes a field.
    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }
}
