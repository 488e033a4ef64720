/// A form that a text may have.
public enum ValueFormat: String, Sendable, Hashable, CaseIterable {
    /// A date, with or without a time, as ISO 8601 or HTTP write it.
    case date
    /// A UUID: `123e4567-e89b-12d3-a456-426614174000`.
    case uuid
    case ipv4, ipv6
    /// A whole number, or the text of one.
    case integer
    /// An empty text, an array or an object without members.
    case empty
}
