/// Why a text is not a JSONPath, or why one cannot be followed to its end.
package struct JSONPathError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What is wrong, in words: `a name in brackets must stand in quotes`.
    package let reason: String
    /// The place in the path, in characters, from 1.
    package let column: Int

    /// Makes an error at a place that is counted in Unicode scalars, from 0.
    init(_ reason: String, at place: Int, in path: some Collection<Unicode.Scalar>) {
        var before = String.UnicodeScalarView()
        before.append(contentsOf: path.prefix(place))
        self.reason = reason
        column = String(before).count + 1
    }

    /// The place and the reason: `column 3: …`.
    package var description: String { "column \(column): \(reason)" }
}
