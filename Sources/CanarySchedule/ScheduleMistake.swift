/// Why a text is no schedule.
public struct ScheduleMistake: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, with the field that it is in, in a sentence without its end.
    public let description: String
    /// What to write in its place; `nil` where the sentence says it.
    public let fix: String?
    /// Where in the text it is, in bytes.
    public var offset: Int

    /// Makes a mistake.
    public init(_ description: String, fix: String? = nil, offset: Int = 0) {
        (self.description, self.fix, self.offset) = (description, fix, offset)
    }
}
