/// What a page says of what went wrong (`flaws.js`).
public struct SeenFlaws: Decodable, Sendable {
    /// A field that the page or the browser holds to be invalid.
    public struct Field: Decodable, Sendable, Hashable {
        /// Its label, or what it has in place of one.
        public let field: String
        /// What is said to be wrong; empty where nothing is.
        public let text: String
    }

    /// The texts of the alerts that it shows.
    public let alerts: [String]
    /// The fields.
    public let fields: [Field]
}
