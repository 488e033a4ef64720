public import CanaryModel

/// A run that came to its end, and where it left its results.
public struct FinishedRun: Sendable {
    /// What came of it, secrets masked.
    public let result: RunResult
    /// The run's folder.
    public let folder: RunFolder
}
