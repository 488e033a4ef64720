extension DemoSite {
    /// One header of a request or an answer.
    public struct Header: Sendable, Hashable {
        /// The name, as written.
        public let name: String
        /// The value, without the spaces around it.
        public let value: String

        /// Makes a header.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }

        func isNamed(_ other: String) -> Bool {
            name.lowercased() == other.lowercased()
        }
    }
}
