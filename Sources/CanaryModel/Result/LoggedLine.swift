/// A line that a step wrote.
public struct LoggedLine: Sendable, Hashable, Codable {
    /// How much it matters.
    public var level: StepLog.Level
    /// The line.
    public var text: String

    /// Makes a line.
    public init(level: StepLog.Level, text: String) { (self.level, self.text) = (level, text) }
}
