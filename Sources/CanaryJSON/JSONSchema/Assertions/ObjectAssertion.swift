import CanaryModel

/// `maxProperties`, `minProperties`, `required` and `dependentRequired`.
enum ObjectAssertion: SchemaAssertion {
    case maximumCount(Int)
    case minimumCount(Int)
    case required([String])
    case dependent([(name: String, required: [String])])

    func complaints(about value: JSONValue) -> [String] {
        guard case .object(let object) = value else { return [] }
        let count = object.count
        switch self {
        case .maximumCount(let limit):
            return count <= limit ? [] : ["must have at most \(Self.members(limit)), has \(count)"]
        case .minimumCount(let limit):
            return count >= limit ? [] : ["must have at least \(Self.members(limit)), has \(count)"]
        case .required(let names):
            return Self.missing(names, in: object).map { "is missing the member \($0)" }
        case .dependent(let dependencies):
            return dependencies.flatMap { name, required in
                object[name] == nil
                    ? []
                    : Self.missing(required, in: object).map {
                        "is missing the member \($0), which '\(JSONValue.named(name))' requires"
                    }
            }
        }
    }

    private static func members(_ count: Int) -> String { JSONValue.counted(count, "member") }

    private static func missing(_ names: [String], in object: JSONObject) -> [String] {
        names.filter { object[$0] == nil }.map { "'\(JSONValue.named($0))'" }
    }
}
