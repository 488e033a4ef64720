/// A step that a document has.
struct PlacedStep {
    let step: PathStep
    /// How many values the array or object has.
    let siblings: Int
    let folded: FoldedName?

    init(_ step: PathStep, among siblings: Int) {
        self.step = step
        self.siblings = siblings
        folded = if case .name(let name) = step { FoldedName(name) } else { nil }
    }

    /// What it costs where it was not asked for: the first element stands for them all.
    var costOfPuttingIn: Int {
        switch step {
        case .name: 20
        case .index(let index): index == 0 ? 10 : 12
        }
    }
}
