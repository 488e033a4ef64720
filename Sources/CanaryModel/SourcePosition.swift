/// A place in a flow file.
///
/// Lines and columns count from 1; a column counts Unicode scalars, a tab as one.
public struct SourcePosition: Sendable, Hashable, Codable {
    /// The file as the user named it, relative to the working directory where that is shorter.
    public let file: String
    /// The line, from 1.
    public let line: Int
    /// The column, from 1.
    public let column: Int

    /// Makes a position from its three parts.
    public init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension SourcePosition: CustomStringConvertible {
    /// `file:line:column`, the form that editors and terminals make clickable.
    public var description: String { "\(file):\(line):\(column)" }
}
