import CanaryModel

/// `type`, `enum` and `const`.
enum ValueAssertion: SchemaAssertion {
    case type([JSONType])
    case choice(Set<JSONValue>, wording: String)
    case constant(JSONValue)

    func complaints(about value: JSONValue) -> [String] {
        switch self {
        case .type(let types):
            if types.contains(where: { $0.includes(value) }) { return [] }
            var actual = value.kind
            if types.contains(.integer), case .number = value { actual = value.brief }
            return ["must be \(types.map(\.wording).joined(separator: " or ")), is \(actual)"]
        case .choice(let choices, let wording):
            return choices.contains(value) ? [] : ["must be \(wording), is \(value.brief)"]
        case .constant(let constant):
            return value == constant ? [] : [Self.complaint(value, constant)]
        }
    }

    private static func complaint(_ value: JSONValue, _ constant: JSONValue) -> String {
        let wanted = constant.brief, actual = value.brief
        return "must be \(wanted), is \(wanted == actual ? "another: \(actual)" : actual)"
    }

    /// The choices of `enum`: `one of 1, "a"`.
    static func wording(_ choices: [JSONValue]) -> String {
        if choices.isEmpty { return "one of nothing" }
        let shown = choices.prefix(8).map(\.brief).joined(separator: ", ")
        let more = choices.count - 8
        return (choices.count == 1 ? "" : "one of ") + shown + (more > 0 ? " or \(more) more" : "")
    }
}
