extension PathParser {
    /// The segments after `$` or `@`; white space after the last one is left.
    mutating func segments() throws(JSONPathError) -> [PathSegment] {
        var segments: [PathSegment] = []
        while true {
            let end = next
            skipSpace()
            guard peek == "." || peek == "[" else {
                next = end
                return segments
            }
            segments.append(try segment())
        }
    }

    private mutating func segment() throws(JSONPathError) -> PathSegment {
        let place = next
        let isDescendant = take("..")
        if peek == "[" {
            return PathSegment(isDescendant: isDescendant, selectors: try bracketed(), place: place)
        }
        if !isDescendant { next += 1 }
        let selector: PathSelector = take("*") ? .wildcard : .step(.name(try shorthand(isDescendant)))
        return PathSegment(isDescendant: isDescendant, selectors: [selector], place: place)
    }

    private mutating func shorthand(_ isDescendant: Bool) throws(JSONPathError) -> String {
        guard let first = peek, first.canBeginName else { throw noName(after: isDescendant ? ".." : ".") }
        return take(while: \.canBeInName)
    }

    private func noName(after dots: String) -> JSONPathError {
        switch peek {
        case nil: error("a name or '*' must follow '\(dots)'")
        case "'", "\"": error("a name in quotes must stand in brackets, without a '.' before them")
        case let scalar? where scalar.isPathSpace: error("white space after '\(dots)'")
        case let scalar? where scalar.isDecimalDigit:
            error("a name that begins with a digit is written ['1'], an index [1]")
        default: error("\(shown) where a name or '*' must follow '\(dots)'")
        }
    }

    private mutating func bracketed() throws(JSONPathError) -> [PathSelector] {
        let start = next
        next += 1
        skipSpace()
        if peek == "]" { throw error("nothing between the brackets") }
        var selectors: [PathSelector] = []
        while true {
            guard peek != nil else { throw error("'[' without its ']'", at: start) }
            let selector = try selector()
            selectors.append(selector)
            skipSpace()
            if take("]") { return selectors }
            guard take(",") else { throw unfinished(selector, from: start) }
            skipSpace()
        }
    }

    private func unfinished(_ selector: PathSelector, from start: Int) -> JSONPathError {
        if peek == nil { return error("'[' without its ']'", at: start) }
        if case .filter = selector { return error("\(shown) where an operator, ',' or ']' should stand") }
        return error("\(shown) where ',' or ']' should stand")
    }

    private mutating func selector() throws(JSONPathError) -> PathSelector {
        switch peek {
        case "'", "\"": return .step(.name(try string()))
        case "*":
            next += 1
            return .wildcard
        case "?":
            next += 1
            skipSpace()
            return .filter(try condition())
        case "-", ":": return try elements()
        case let scalar? where scalar.isDecimalDigit: return try elements()
        case let scalar? where scalar.canBeginName: throw error("a name in brackets must stand in quotes")
        case "(": throw error("a filter begins with '?'")
        default: throw error("\(shown) where a name in quotes, an index, '*' or '?' should stand")
        }
    }

    /// An index or a slice.
    private mutating func elements() throws(JSONPathError) -> PathSelector {
        let start = peek == ":" ? nil : try index()
        let afterStart = next
        skipSpace()
        guard take(":") else {
            next = afterStart
            return .step(.index(start ?? 0))
        }
        let end = try bound()
        let step = take(":") ? try bound() : nil
        return .slice(PathSlice(start: start, end: end, step: step ?? 1))
    }

    /// A number of a slice, which may be missing, with the white space around it.
    private mutating func bound() throws(JSONPathError) -> Int? {
        skipSpace()
        guard let scalar = peek, scalar.isDecimalDigit || scalar == "-" else { return nil }
        let bound = try index()
        skipSpace()
        return bound
    }
}
