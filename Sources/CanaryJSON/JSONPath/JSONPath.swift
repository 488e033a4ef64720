package import CanaryModel

/// A JSONPath (RFC 9535), ready to be asked: `$.orders[?@.total > 100].id`.
package struct JSONPath: Sendable {
    /// The path as it was written.
    package let text: String
    let query: PathQuery

    /// Reads a path.
    ///
    /// - Throws: ``JSONPathError`` with the place of the mistake.
    package init(_ text: String) throws(JSONPathError) {
        var parser = PathParser(text)
        query = try parser.path()
        self.text = text
    }

    /// Whether it can select one value at most: it has only names and indexes.
    package var isSingular: Bool { query.isSingular }

    /// The values that it selects, in the order of the document.
    ///
    /// - Throws: ``JSONPathError`` where it selects more than 1,000,000 values, or looks at more than
    ///   5,000,000 in all, with the place of the segment that went too far.
    package func nodes(in root: JSONValue) throws(JSONPathError) -> [JSONNode] {
        var evaluation = PathEvaluation(of: text, in: root)
        return try evaluation.nodes(of: query, current: root)
    }
}

extension JSONPath: Hashable, CustomStringConvertible {
    /// Whether two paths are written the same.
    package static func == (one: JSONPath, other: JSONPath) -> Bool {
        one.text.utf8.elementsEqual(other.text.utf8)
    }

    /// Hashes the text.
    package func hash(into hasher: inout Hasher) {
        for byte in text.utf8 { hasher.combine(byte) }
    }

    /// The path as it was written.
    package var description: String { text }
}
