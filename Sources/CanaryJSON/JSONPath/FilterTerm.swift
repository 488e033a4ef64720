import CanaryModel

/// What was read of a filter before it is known what it is good for.
enum FilterTerm {
    case literal(JSONValue)
    case query(PathQuery)
    case value(FilterValue, of: FilterFunction)
    case condition(FilterCondition, of: FilterFunction)
}
