public import CanaryModel

/// A step of a run that did not pass, as the store has it.
public struct StoredStep: Sendable, Hashable {
    /// Its number, from 1.
    public var number: Int
    /// Its name.
    public var name: String
    /// How it ended.
    public var outcome: Outcome
    /// How long it took, in ms.
    public var duration: Int
    /// Why it did not pass.
    public var message: String?

    /// Makes a step.
    public init(number: Int, name: String, outcome: Outcome, duration: Int, message: String? = nil) {
        (self.number, self.name, self.outcome) = (number, name, outcome)
        (self.duration, self.message) = (duration, message)
    }
}
