/// A part of a path, which goes from some values to their children or to all that lies below them.
struct PathSegment: Sendable {
    let isDescendant: Bool
    let selectors: [PathSelector]
    /// Where it stands in the text, in Unicode scalars.
    let place: Int

    /// The step that it is, where it leads to one child at most.
    var step: PathStep? {
        guard !isDescendant, selectors.count == 1, case .step(let step) = selectors[0] else { return nil }
        return step
    }
}
