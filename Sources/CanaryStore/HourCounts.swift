public import CanaryModel

/// What the runs of a canary came to in one hour: kept when the runs themselves are gone.
public struct HourCounts: Sendable, Hashable {
    /// The begin of the hour.
    public let hour: Timestamp
    /// How many passed.
    public let passed: Int
    /// How many failed.
    public let failed: Int
    /// How many could not be judged.
    public let errors: Int
    /// How many did not begin although they were due.
    public let missed: Int
    /// The time of all that ended, in ms.
    public let duration: Int
    /// The longest of them, in ms.
    public let longest: Int
}
