/// A path, or a path in a filter.
struct PathQuery: Sendable {
    /// Whether it begins at the value that the filter looks at (`@`) and not at the root (`$`).
    let isRelative: Bool
    let segments: [PathSegment]

    /// Whether it can select one value at most.
    var isSingular: Bool { steps != nil }

    /// The names and indexes that it consists of; `nil` where it has anything else.
    var steps: [PathStep]? {
        var steps: [PathStep] = []
        for segment in segments {
            guard let step = segment.step else { return nil }
            steps.append(step)
        }
        return steps
    }
}
