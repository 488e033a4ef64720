public import CanaryModel

/// Something that happened to a canary, or to the service.
public struct StoredEvent: Sendable, Hashable {
    /// Its number, which grows with time.
    public let id: Int
    /// The number of the canary; `nil`: of the service.
    public let canary: Int?
    /// When.
    public let time: Timestamp
    /// Its kind in a word: `start`, `missed`.
    public let kind: String
    /// What, in words.
    public let detail: String
}
