/// A keyword, or several that act together, which applies other schemas.
enum SchemaApplicator: Sendable {
    case allOf([Int])
    case anyOf([Int])
    case oneOf([Int])
    case not(Int)
    case conditional(condition: Int, then: Int?, otherwise: Int?)
    case dependentSchemas([(name: String, schema: Int)])
    case items(prefix: [Int], rest: Int?)
    case contains(ContainedItems)
    case members(MemberSchemas)
    case propertyNames(Int)

    /// The schemas that apply to the same value.
    var inPlace: [Int] {
        switch self {
        case .allOf(let schemas), .anyOf(let schemas), .oneOf(let schemas): schemas
        case .not(let schema): [schema]
        case .conditional(let condition, let then, let otherwise):
            [condition] + [then, otherwise].compactMap { $0 }
        case .dependentSchemas(let schemas): schemas.map(\.schema)
        case .items, .contains, .members, .propertyNames: []
        }
    }

    /// The schemas that apply to elements, members and names.
    var inside: [Int] {
        switch self {
        case .allOf, .anyOf, .oneOf, .not, .conditional, .dependentSchemas: []
        case .items(let prefix, let rest): prefix + (rest.map { [$0] } ?? [])
        case .contains(let contained): [contained.schema]
        case .members(let members): members.schemas
        case .propertyNames(let schema): [schema]
        }
    }
}
