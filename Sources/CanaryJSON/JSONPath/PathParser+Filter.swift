import CanaryModel

extension PathParser {
    /// A condition with all its operators.
    mutating func condition() throws(JSONPathError) -> FilterCondition {
        try nested { parser throws(JSONPathError) in
            let parts = try parser.joined(by: "||") { parser throws(JSONPathError) in
                let parts = try parser.joined(by: "&&") { parser throws(JSONPathError) in try parser.basic() }
                return parts.count == 1 ? parts[0] : .all(parts)
            }
            return parts.count == 1 ? parts[0] : .any(parts)
        }
    }

    /// Conditions with the same operator between them.
    private mutating func joined(
        by sign: String,
        _ part: (inout PathParser) throws(JSONPathError) -> FilterCondition
    ) throws(JSONPathError) -> [FilterCondition] {
        var parts = [try part(&self)]
        while true {
            let end = next
            skipSpace()
            guard take(sign) else {
                if let scalar = peek, sign.unicodeScalars.first == scalar {
                    throw error("'\(scalar)' alone: write '\(sign)'")
                }
                next = end
                return parts
            }
            skipSpace()
            parts.append(try part(&self))
        }
    }

    private mutating func basic() throws(JSONPathError) -> FilterCondition {
        if take("!") {
            skipSpace()
            return .not(try negated())
        }
        let start = next
        if peek == "(" {
            let condition = try parenthesized()
            let end = next
            if try takeComparison() != nil {
                throw error("what stands in parentheses cannot be compared: it is true or false", at: end)
            }
            return condition
        }
        let term = try term()
        guard let comparison = try takeComparison() else { return try test(term, at: start) }
        skipSpace()
        let value = try comparable(term, at: start)
        let otherStart = next
        return .compare(value, comparison, try comparable(try self.term(), at: otherStart))
    }

    private mutating func negated() throws(JSONPathError) -> FilterCondition {
        if peek == "(" { return try parenthesized() }
        let start = next
        let test = try test(try term(), at: start)
        if try takeComparison() != nil {
            throw error("a comparison after '!' must stand in parentheses", at: start)
        }
        return test
    }

    private mutating func parenthesized() throws(JSONPathError) -> FilterCondition {
        let start = next
        next += 1
        skipSpace()
        let condition = try condition()
        skipSpace()
        guard take(")") else {
            throw peek == nil
                ? error("'(' without its ')'", at: start)
                : error("\(shown) where an operator or ')' should stand")
        }
        return condition
    }

    /// Goes past an operator that compares, and the white space before it; past nothing where none is there.
    private mutating func takeComparison() throws(JSONPathError) -> FilterComparison? {
        let end = next
        skipSpace()
        for comparison in FilterComparison.allCases where take(comparison.rawValue) { return comparison }
        if peek == "=" { throw error("'=' alone: write '=='") }
        next = end
        return nil
    }
}
