import CanaryModel

/// A keyword that looks at the value alone.
protocol SchemaAssertion: Sendable {
    /// What is wrong with a value, in words; empty where nothing is.
    func complaints(about value: JSONValue) -> [String]
}
