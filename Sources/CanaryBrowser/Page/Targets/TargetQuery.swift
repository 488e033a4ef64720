import CanaryModel

/// A target that is looked for, and what is asked of it.
struct TargetQuery {
    let target: Target
    let need: TargetRequest.Need
    var preparation = TargetRequest.Preparation.none
    /// How often it is pressed.
    var presses = 1
    /// What is asked, in words: `to be clickable`.
    let wanted: String

    /// From when on what does not come to rest is pressed where it is; `nil`: never.
    var restlessFrom: ContinuousClock.Instant?

    /// From when on it may be used though the document is still being read; `nil`: always.
    var unreadFrom: ContinuousClock.Instant?

    /// The least time that is waited for something to come to rest.
    static let leastRest = Duration.seconds(2)

    /// Whether it is the text that is looked at.
    var isForText: Bool { if case .read(.text) = preparation { true } else { false } }

    /// What an element must be for it: a key of `suitable` in `matches.js`, or none of them where any element will do.
    var kind: String { if case .file = preparation { "file" } else { need.rawValue } }

    /// Whether a frame to look in is looked for.
    var isForFrame: Bool { if case .frame = preparation { true } else { false } }
}
