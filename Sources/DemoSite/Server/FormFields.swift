extension DemoSite {
    /// The fields of a query or a form, in order; names may repeat.
    public struct FormFields: Sendable, Hashable {
        /// One field.
        public struct Field: Sendable, Hashable {
            /// The name.
            public let name: String
            /// The value.
            public let value: String
        }

        /// All fields.
        public let all: [Field]

        /// Reads `name=value&…`, with `+` and `%XX` decoded.
        public init(urlEncoded text: String) {
            all = text.split(separator: "&").map { pair in
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    .map { String($0.replacing("+", with: " ")).percentDecoded() }
                return Field(name: parts[0], value: parts.count > 1 ? parts[1] : "")
            }
        }

        /// The value of the first field with this name.
        public subscript(name: String) -> String? {
            all.first { $0.name == name }?.value
        }
    }
}
