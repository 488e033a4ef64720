/// What is kept of a run of a flow beside its result.
public struct EvidenceOptions: Sendable, Hashable {
    /// Of which steps a screenshot is kept.
    public enum Screenshots: String, Sendable, Hashable, CaseIterable {
        /// Of all.
        case all
        /// Of those that fail.
        case failures
        /// Of none.
        case none
    }

    /// Of which steps a screenshot is kept; a step's own `screenshot` overrides it.
    public var screenshots = Screenshots.all
    /// Whether what the console says is kept.
    public var console = true
    /// Whether the network traffic is kept, as HAR.
    public var har = true
    /// Whether the HAR has the bodies of replies.
    public var bodies = false
    /// Whether the DOM is kept where a step fails.
    public var dom = true
    /// What is painted over in every screenshot.
    public var mask: [Target] = []

    /// Makes options: those of a flow file that says nothing.
    public init() {}
}
