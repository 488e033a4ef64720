/// What a filter asks of a value: what RFC 9535 calls a logical type.
indirect enum FilterCondition: Sendable {
    case any([FilterCondition])
    case all([FilterCondition])
    case not(FilterCondition)
    case exists(PathQuery)
    case compare(FilterValue, FilterComparison, FilterValue)
    /// `match()` where the whole text must match, otherwise `search()`.
    case match(FilterValue, pattern: FilterValue, isWhole: Bool)
}
