public import CanaryModel

/// A canary as the store has it.
public struct StoredCanary: Sendable, Hashable {
    /// Its number.
    public let id: Int
    /// Its name.
    public let name: String
    /// What it is, as JSON: whoever keeps it reads it again.
    public let definition: String
    /// Whether the service file declares it; otherwise a command made it.
    public let isDeclared: Bool
    /// `READY`, `RUNNING`, `STOPPED` or `ERROR`, in the words of the service.
    public let state: String
    /// Why it is in that state, where that needs words.
    public let reason: String?
    /// When it was started: what its rate counts from.
    public let started: Timestamp?
}
