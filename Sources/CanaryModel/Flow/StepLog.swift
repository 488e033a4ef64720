/// A line that a step writes when it has passed (`log`).
public struct StepLog: Sendable, Hashable, TextMappable {
    /// How much it matters.
    public enum Level: String, Sendable, Hashable, Codable, CaseIterable {
        case info, warning, error
    }

    /// The line.
    public var text: String
    /// How much it matters.
    public var level: Level

    /// Makes a line.
    public init(_ text: String, level: Level = .info) { (self.text, self.level) = (text, level) }

    /// The line with its text as `map` has it.
    public func mapped(by map: TextMap) -> StepLog { StepLog(map.text(text), level: level) }
}
