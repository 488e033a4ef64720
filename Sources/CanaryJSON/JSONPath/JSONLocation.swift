/// The way from the root of a document to a value: a list that shares its beginning with others.
///
/// Arrays of steps would take memory by the square where every value of a deep document is selected.
indirect enum JSONLocation: Sendable {
    case root
    case step(JSONLocation, PathStep)

    /// The steps, from the root.
    var steps: [PathStep] {
        var steps: [PathStep] = []
        var location = self
        while case .step(let parent, let step) = location {
            steps.append(step)
            location = parent
        }
        return steps.reversed()
    }
}
