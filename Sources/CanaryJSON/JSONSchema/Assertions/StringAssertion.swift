import CanaryModel

/// `maxLength`, `minLength`, `pattern` and `format`.
enum StringAssertion: SchemaAssertion {
    case maximumLength(Int)
    case minimumLength(Int)
    case pattern(SchemaPattern)
    case format(SchemaFormat)

    func complaints(about value: JSONValue) -> [String] {
        guard case .string(let text) = value else { return [] }
        switch self {
        case .maximumLength(let limit):
            let count = text.unicodeScalars.count
            return count <= limit ? [] : [Self.complaint("at most", limit, count)]
        case .minimumLength(let limit):
            let count = text.unicodeScalars.count
            return count >= limit ? [] : [Self.complaint("at least", limit, count)]
        case .pattern(let pattern):
            return pattern.matches(text) ? [] : ["must match \(pattern.written), is \(value.brief)"]
        case .format(let format):
            return format.includes(text) ? [] : ["must be \(format.wording), is \(value.brief)"]
        }
    }

    private static func complaint(_ bound: String, _ limit: Int, _ count: Int) -> String {
        "must have \(bound) \(JSONValue.counted(limit, "character")), has \(count)"
    }
}
