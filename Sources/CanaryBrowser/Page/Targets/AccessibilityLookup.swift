/// How roles and labels of a target are looked up.
struct AccessibilityLookup {
    /// Whether the last answer led nowhere, so that the page must change first.
    var isAgain = false
    /// How long to wait for a candidate.
    var longest = Page.longestSlice
    /// How many elements are enough to know; `nil`: all are asked for.
    var enough: Int?
    /// Whether boxes count that can be seen by their label alone.
    var isByLabel = false
    /// Whether closed shadow trees are looked into where nothing else fits (5 ms, and 10 ms where there are any).
    var looksIntoClosedTrees = false
    /// When to give up.
    let deadline: ContinuousClock.Instant

    /// As many as are reported, and one more.
    static let some = 6
}
