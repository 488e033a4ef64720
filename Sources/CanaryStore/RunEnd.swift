/// What a run came to.
public struct RunEnd: Sendable, Hashable {
    /// How it ended.
    public var state: RunState
    /// How long it took, in ms.
    public var duration: Int
    /// The kind of failure.
    public var code: String?
    /// Why it did not pass, in a sentence; at most 1,024 characters are kept.
    public var reason: String?
    /// Where its results are, relative to the folder of results; `nil`: nothing but this is kept.
    public var folder: String?
    /// The size of that folder, in bytes.
    public var bytes = 0
    /// Its steps, where it did not pass.
    public var steps: [StoredStep] = []

    /// Makes an end.
    public init(_ state: RunState, duration: Int) { (self.state, self.duration) = (state, duration) }
}
