/// Something that the page's console said, or an error that nothing of the page caught.
public struct ConsoleEntry: Sendable, Hashable, Codable {
    /// How grave it is.
    public enum Level: String, Sendable, Hashable, Codable, CaseIterable {
        case debug, info, warning, error
    }

    /// How grave it is.
    public var level: Level
    /// Where it comes from, as the browser names it.
    ///
    /// `console-api`, `javascript` (an error that nothing caught), `network`, `security` and others.
    public var source: String
    /// What it says.
    public var text: String
    /// The URL of the script or resource; `nil` where none is given.
    public var url: String?
    /// The line in it, from 1.
    public var line: Int?
    /// The column in it, from 1.
    public var column: Int?
    /// When it came.
    public var time: Timestamp
    /// The step during which it came, by its numbers: `3`, `2.1` in a group, `cleanup 1`; `nil`: before the first or after the last.
    public var step: String?

    /// Makes an entry.
    public init(
        level: Level,
        source: String,
        text: String,
        url: String? = nil,
        line: Int? = nil,
        column: Int? = nil,
        time: Timestamp,
        step: String? = nil
    ) {
        self.level = level
        self.source = source
        self.text = text
        self.url = url
        self.line = line
        self.column = column
        self.time = time
        self.step = step
    }

    /// Whether it is an error of the page's scripts that nothing caught.
    public var isPageError: Bool { source == "javascript" && level == .error }
}
