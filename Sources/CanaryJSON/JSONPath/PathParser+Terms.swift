import CanaryModel

extension PathParser {
    /// A literal, a path or a function.
    mutating func term() throws(JSONPathError) -> FilterTerm {
        switch peek {
        case "'", "\"": return .literal(.string(try string()))
        case "-": return .literal(.number(try number()))
        case let scalar? where scalar.isDecimalDigit: return .literal(.number(try number()))
        case "@", "$":
            let isRelative = peek == "@"
            next += 1
            return .query(PathQuery(isRelative: isRelative, segments: try segments()))
        case let scalar? where scalar.canBeginName: return try word()
        default: throw error("\(shown) where a value, a function or a path ('@' or '$') should stand")
        }
    }

    private mutating func word() throws(JSONPathError) -> FilterTerm {
        let start = next
        let word = take(while: \.canBeInName)
        if peek == "(" { return try function(word, at: start) }
        switch word {
        case "true": return .literal(.bool(true))
        case "false": return .literal(.bool(false))
        case "null": return .literal(.null)
        default: break
        }
        if FilterFunction(rawValue: word) != nil { throw error("'(' must follow \(word)") }
        throw error(
            "'\(word)' is not a value: text stands in quotes, a path begins with '@' or '$'",
            at: start
        )
    }

    func test(_ term: FilterTerm, at place: Int) throws(JSONPathError) -> FilterCondition {
        switch term {
        case .query(let query): return .exists(query)
        case .condition(let condition, _): return condition
        case .literal: throw error("a value alone is not a condition: it must be compared", at: place)
        case .value(_, let function):
            throw error("\(function.rawValue)() alone is not a condition: it must be compared", at: place)
        }
    }

    func comparable(_ term: FilterTerm, at place: Int) throws(JSONPathError) -> FilterValue {
        switch term {
        case .literal(let value): return .literal(value)
        case .value(let value, _): return value
        case .query(let query):
            guard query.isSingular else {
                throw error("a path that may select more than one value cannot be compared", at: place)
            }
            return .query(query)
        case .condition(_, let function):
            throw error("\(function.rawValue)() cannot be compared: it is true or false", at: place)
        }
    }
}
