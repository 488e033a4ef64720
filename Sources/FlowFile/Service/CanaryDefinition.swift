public import CanaryModel

/// A canary as a service file declares it.
public struct CanaryDefinition: Sendable, Hashable {
    /// What it does.
    public enum Work: Sendable, Hashable {
        /// It runs the flow of this file.
        case flow(String)
        /// It waits for others to say that they are well, at least so often.
        case push(every: Duration)
    }

    /// Its name: that of the flow where it has none of its own.
    public var name: String
    /// What it does.
    public var work: Work
    /// How it runs.
    public var settings: CanarySettings
    /// Where it is declared.
    public var position: SourcePosition
}
