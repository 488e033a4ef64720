extension PathParser {
    /// A function and its arguments; the place is at the `(` after its name.
    mutating func function(_ name: String, at place: Int) throws(JSONPathError) -> FilterTerm {
        guard let function = FilterFunction(rawValue: name) else {
            throw error(
                "there is no function \(name)(): only length, count, match, search and value",
                at: place
            )
        }
        let arguments = try nested { parser throws(JSONPathError) in try parser.arguments(of: function) }
        guard arguments.count == function.arity else {
            let wanted = function.arity == 1 ? "one argument" : "two arguments"
            throw error("\(name)() takes \(wanted), not \(arguments.count)", at: place)
        }
        switch function {
        case .length: return .value(.length(try value(arguments[0], of: function)), of: function)
        case .count: return .value(.count(try query(arguments[0], of: function)), of: function)
        case .value: return .value(.only(try query(arguments[0], of: function)), of: function)
        case .match, .search:
            let text = try value(arguments[0], of: function)
            let pattern = try value(arguments[1], of: function)
            return .condition(.match(text, pattern: pattern, isWhole: function == .match), of: function)
        }
    }

    private typealias Argument = (term: FilterTerm, place: Int)

    private mutating func arguments(of function: FilterFunction) throws(JSONPathError) -> [Argument] {
        let start = next
        next += 1
        skipSpace()
        var arguments: [Argument] = []
        if take(")") { return arguments }
        while true {
            let place = next
            if peek == "!" || peek == "(" { throw noArgument(function, at: place) }
            arguments.append((try term(), place))
            skipSpace()
            if take(")") { return arguments }
            guard take(",") else { throw unfinished(function, from: start, argument: place) }
            skipSpace()
        }
    }

    private func unfinished(_ function: FilterFunction, from start: Int, argument: Int) -> JSONPathError {
        switch peek {
        case nil: error("'(' without its ')'", at: start)
        case "=", "!", "<", ">", "&", "|": noArgument(function, at: argument)
        default: error("\(shown) where ',' or ')' should stand")
        }
    }

    private func noArgument(_ function: FilterFunction, at place: Int) -> JSONPathError {
        error("a condition cannot be an argument of \(function.rawValue)()", at: place)
    }

    private func value(_ argument: Argument, of function: FilterFunction) throws(JSONPathError) -> FilterValue
    {
        switch argument.term {
        case .literal(let value): return .literal(value)
        case .value(let value, _): return value
        case .query(let query) where query.isSingular: return .query(query)
        case .query:
            throw error(
                "\(function.rawValue)() takes one value: this path may select more",
                at: argument.place
            )
        case .condition: throw noArgument(function, at: argument.place)
        }
    }

    private func query(_ argument: Argument, of function: FilterFunction) throws(JSONPathError) -> PathQuery {
        guard case .query(let query) = argument.term else {
            throw error("\(function.rawValue)() takes a path", at: argument.place)
        }
        return query
    }
}
