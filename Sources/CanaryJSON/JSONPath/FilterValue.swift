import CanaryModel

/// What can be compared: it has one value or none, what RFC 9535 calls a value type.
indirect enum FilterValue: Sendable {
    case literal(JSONValue)
    /// A singular query.
    case query(PathQuery)
    case length(FilterValue)
    case count(PathQuery)
    /// The value of a query where it selects exactly one: `value()`.
    case only(PathQuery)
}
