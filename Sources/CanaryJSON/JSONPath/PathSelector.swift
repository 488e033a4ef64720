/// Which children a segment selects.
enum PathSelector: Sendable {
    case step(PathStep)
    case wildcard
    case slice(PathSlice)
    case filter(FilterCondition)
}
