public import CanaryModel

/// A run as the store has it.
public struct StoredRun: Sendable, Hashable {
    /// Its number, which grows with time.
    public let id: Int
    /// The number of its canary.
    public let canary: Int
    /// What it ran, as the number of a version; `nil` where that is not known.
    public let version: Int?
    /// When it was to begin.
    public let due: Timestamp
    /// When it began.
    public let started: Timestamp
    /// How long it took, in ms; `nil` while it runs.
    public let duration: Int?
    /// How it stands or ended.
    public let state: RunState
    /// Which attempt at its time it is, from 1.
    public let attempt: Int
    /// Why it began.
    public let cause: RunCause
    /// The kind of failure.
    public let code: String?
    /// Why it did not pass, in a sentence.
    public let reason: String?
    /// Where its results are, relative to the folder of results; `nil` where only this is kept of it.
    public let folder: String?
}
