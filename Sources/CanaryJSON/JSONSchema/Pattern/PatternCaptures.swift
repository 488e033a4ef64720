/// The groups of a pattern that capture.
///
/// They are found before it is translated, as a reference may stand before its group.
struct PatternCaptures {
    /// The name of each group; those without one are `nil`.
    private(set) var names: [String?] = []

    init(_ scalars: [Unicode.Scalar]) throws(SchemaPatternError) {
        var index = 0
        var isInClass = false
        while index < scalars.count {
            switch scalars[index] {
            case "\\": index += 1
            case "[": isInClass = true
            case "]": isInClass = false
            case "(" where !isInClass: try add(scalars[(index + 1)...])
            default: break
            }
            index += 1
        }
    }

    private mutating func add(_ rest: ArraySlice<Unicode.Scalar>) throws(SchemaPatternError) {
        guard rest.first == "?" else { return names.append(nil) }
        let marks = Array(rest.prefix(3))
        guard marks.count == 3, marks[1] == "<", marks[2] != "=", marks[2] != "!" else { return }
        let name = String(String.UnicodeScalarView(rest.dropFirst(2).prefix { $0 != ">" }))
        let isName = name.wholeMatch(of: #/[\p{L}_$][\p{L}\p{N}_$]*/#) != nil
        guard isName, rest.count > name.unicodeScalars.count + 2 else {
            throw SchemaPatternError("'(?<' is not followed by a name")
        }
        guard !names.contains(name) else { throw SchemaPatternError("two groups have the name '\(name)'") }
        names.append(name)
    }
}
