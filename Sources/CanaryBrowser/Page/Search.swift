import CanaryModel

/// A target that is looked for, and what is asked of it.
struct Search {
    let target: Target
    let need: TargetRequest.Need
    var preparation = TargetRequest.Preparation.none
    /// What is asked, in words: `to be clickable`.
    let wanted: String

    /// Whether a frame to look in is looked for.
    var isForFrame: Bool { if case .frame = preparation { true } else { false } }
}
