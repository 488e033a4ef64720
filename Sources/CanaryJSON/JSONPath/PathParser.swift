/// Reads the text of a path, from left to right.
struct PathParser {
    let scalars: [Unicode.Scalar]
    var next = 0
    private var depth = 0
    /// How deep filters, parentheses and functions may lie in each other: each level takes some of the stack.
    private static let maximumDepth = 32

    init(_ text: String) { scalars = Array(text.unicodeScalars) }

    /// The whole text as one path.
    mutating func path() throws(JSONPathError) -> PathQuery {
        guard take("$") else { throw error("a path begins with '$'") }
        let query = PathQuery(isRelative: false, segments: try segments())
        guard next < scalars.count else { return query }
        if scalars[next...].allSatisfy(\.isPathSpace) { throw error("white space at the end") }
        skipSpace()
        if scalars[next - 1].canBeInName {
            throw error("\(shown) cannot be in a name without brackets and quotes: ['…']")
        }
        throw error("\(shown) where '.' or '[' should stand")
    }

    /// Reads what lies one level deeper.
    mutating func nested<Part>(
        _ read: (inout PathParser) throws(JSONPathError) -> Part
    ) throws(JSONPathError) -> Part {
        guard depth < Self.maximumDepth else {
            throw error("more than \(Self.maximumDepth) filters, parentheses and functions in each other")
        }
        depth += 1
        defer { depth -= 1 }
        return try read(&self)
    }
}
