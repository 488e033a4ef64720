/// Lines of a flow file around a place in it.
public struct SourceExcerpt: Sendable, Hashable, Codable {
    /// The number of the first line, from 1.
    public var firstLine: Int
    /// The lines, without their ends.
    public var lines: [String]

    /// Makes an excerpt.
    public init(firstLine: Int, lines: [String]) {
        self.firstLine = firstLine
        self.lines = lines
    }
}
