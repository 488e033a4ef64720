/// A step that was asked for, and what it costs to make another of it.
struct WantedStep {
    let step: PathStep
    /// The name; `nil` for an index.
    let name: String?
    private let folded: FoldedName?

    init(_ step: PathStep) {
        self.step = step
        name = if case .name(let name) = step { name } else { nil }
        folded = name.map { FoldedName($0) }
    }

    var costOfLeavingOut: Int { name == nil ? 10 : 30 }

    /// The place in an array that it stands for, or the nearest that there is; `nil` for a name.
    func index(among count: Int) -> Int? {
        guard case .index(let index) = step, count > 0 else { return nil }
        return min(max(index < 0 ? count + index : index, 0), count - 1)
    }

    /// What it costs to write it otherwise; `nil` where the two have nothing in common.
    func difference(to place: PlacedStep) -> Int? {
        switch (step, place.step) {
        case (.index(let wanted), .index(let index)):
            let target = wanted < 0 ? place.siblings + wanted : wanted
            return target == index ? 0 : 10 + min(abs(target - index), 9)
        case (.name, .name):
            guard let folded, let other = place.folded else { return nil }
            return folded.difference(to: other)
        default: return nil
        }
    }
}
