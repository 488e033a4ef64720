/// What is worth knowing of an action that was done.
public struct ActionReport: Sendable, Hashable {
    /// How often it was tried.
    public var attempts: Int
    /// Which of several alternatives fitted, and what the page made of a value.
    public var notes: [String]

    /// Makes a report.
    public init(attempts: Int = 1, notes: [String] = []) {
        self.attempts = attempts
        self.notes = notes
    }

    /// The report with notes of what was seen as it was done.
    func adding(_ notes: [String]) -> Self { Self(attempts: attempts, notes: self.notes + notes) }
}
