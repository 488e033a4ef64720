/// Why a text is not JSON.
public struct JSONSyntaxError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, in words: `a string without its closing quote`.
    public let reason: String
    /// The line of the place, from 1.
    public let line: Int
    /// The place in that line, in characters, from 1.
    public let column: Int

    /// The place and the reason: `line 3, column 12: …`.
    public var description: String { "line \(line), column \(column): \(reason)" }
}
