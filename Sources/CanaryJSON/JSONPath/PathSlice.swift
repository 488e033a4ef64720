/// A range of elements: `[1:9:2]`.
struct PathSlice: Sendable {
    let start: Int?
    let end: Int?
    let step: Int

    /// The places that it selects in an array, in the order of selection.
    func places(in count: Int) -> StrideTo<Int> {
        // A step of 0 selects nothing.
        if step == 0 { return Swift.stride(from: 0, to: 0, by: 1) }
        let limits = step > 0 ? 0...count : -1...(count - 1)
        let first = start.map { place($0, count, limits) } ?? (step > 0 ? 0 : count - 1)
        let end = end.map { place($0, count, limits) } ?? (step > 0 ? count : -1)
        return Swift.stride(from: first, to: end, by: step)
    }

    private func place(_ index: Int, _ count: Int, _ limits: ClosedRange<Int>) -> Int {
        let place = index < 0 ? count + index : index
        return min(max(place, limits.lowerBound), limits.upperBound)
    }
}
