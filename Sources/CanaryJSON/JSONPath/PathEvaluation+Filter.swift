import CanaryModel

extension PathEvaluation {
    /// Whether a condition is true of a value; errors have the place of the segment with the filter.
    mutating func holds(
        _ condition: FilterCondition,
        _ current: JSONValue,
        _ segment: PathSegment
    ) throws(JSONPathError) -> Bool {
        switch condition {
        case .any(let parts):
            for part in parts where try holds(part, current, segment) { return true }
            return false
        case .all(let parts):
            for part in parts where !(try holds(part, current, segment)) { return false }
            return true
        case .not(let part): return !(try holds(part, current, segment))
        case .exists(let query): return try exists(query, current, segment)
        case .compare(let one, let comparison, let other):
            let one = try value(one, current, segment)
            let other = try value(other, current, segment)
            try visit(Self.effort(one, other), in: segment)
            return comparison.holds(one, other)
        case .match(let text, let pattern, let isWhole):
            let text = try value(text, current, segment)
            let pattern = try value(pattern, current, segment)
            return try matches(text, pattern, isWhole, segment)
        }
    }

    private mutating func exists(
        _ query: PathQuery,
        _ current: JSONValue,
        _ segment: PathSegment
    ) throws(JSONPathError) -> Bool {
        if query.isSingular { return try only(query, current, segment) != nil }
        return !(try nodes(of: query, current: current)).isEmpty
    }

    private mutating func value(
        _ value: FilterValue,
        _ current: JSONValue,
        _ segment: PathSegment
    ) throws(JSONPathError) -> JSONValue? {
        switch value {
        case .literal(let value): return value
        case .query(let query): return try only(query, current, segment)
        case .length(let value): return try length(try self.value(value, current, segment), segment)
        case .count(let query):
            return .number(JSONNumber(try nodes(of: query, current: current).count))
        case .only(let query):
            let nodes = try nodes(of: query, current: current)
            return nodes.count == 1 ? nodes[0].value : nil
        }
    }

    /// The value that a singular query selects.
    private mutating func only(
        _ query: PathQuery,
        _ current: JSONValue,
        _ segment: PathSegment
    ) throws(JSONPathError) -> JSONValue? {
        try visit(query.segments.count, in: segment)
        var value = query.isRelative ? current : root
        for part in query.segments {
            guard let step = part.step, let child = value.child(step) else { return nil }
            value = child
        }
        return value
    }

    private mutating func length(
        _ value: JSONValue?,
        _ segment: PathSegment
    ) throws(JSONPathError) -> JSONValue? {
        switch value {
        case .string(let text):
            try visit(text.effort, in: segment)
            return .number(JSONNumber(text.unicodeScalars.count))
        case .array, .object: return value.map { .number(JSONNumber($0.childCount)) }
        case .null, .bool, .number, nil: return nil
        }
    }

    private mutating func matches(
        _ text: JSONValue?,
        _ pattern: JSONValue?,
        _ isWhole: Bool,
        _ segment: PathSegment
    ) throws(JSONPathError) -> Bool {
        guard case .string(let text) = text, case .string(let pattern) = pattern else { return false }
        try visit(text.effort, in: segment)
        guard let expression = try expression(pattern, segment) else { return false }
        return isWhole ? expression.matches(text) : expression.isFound(in: text)
    }

    private mutating func expression(
        _ pattern: String,
        _ segment: PathSegment
    ) throws(JSONPathError) -> IRegexp? {
        let key = Array(pattern.utf8)
        if let known = expressions[key] { return known }
        // A document may bring a pattern with each value: making an expression takes as long as many visits.
        try visit(100, in: segment)
        let expression = IRegexp(pattern)
        expressions[key] = .some(expression)
        return expression
    }
}

extension PathEvaluation {
    /// What a comparison costs: two values of the same size are compared down to the last of their parts.
    private static func effort(_ one: JSONValue?, _ other: JSONValue?) -> Int {
        guard let one, let other, one.isContainer, other.isContainer else { return 0 }
        guard one.childCount == other.childCount else { return 0 }
        var effort = 0
        var waiting = [one]
        while let value = waiting.popLast(), effort <= maximumVisits {
            effort += max(1, value.childCount)
            switch value {
            case .array(let elements): waiting.append(contentsOf: elements.lazy.filter(\.isContainer))
            case .object(let object):
                waiting.append(contentsOf: object.lazy.map(\.value).filter(\.isContainer))
            case .null, .bool, .number, .string: break
            }
        }
        return effort
    }
}

extension String {
    /// What a look at the whole text costs, where a look at a value is 1.
    fileprivate var effort: Int { utf8.count / 64 }
}
