/// `properties`, `patternProperties` and `additionalProperties`.
struct MemberSchemas: Sendable {
    var named: [SchemaName: Int] = [:]
    var patterned: [(pattern: SchemaPattern, schema: Int)] = []
    var additional: Int?

    /// All schemas of the three.
    var schemas: [Int] { Array(named.values) + patterned.map(\.schema) + (additional.map { [$0] } ?? []) }

    /// The schemas for a member with a name; those for additional ones where it has none of its own.
    func schemas(for name: String) -> [Int] {
        var found = named[SchemaName(name)].map { [$0] } ?? []
        for (pattern, schema) in patterned where pattern.matches(name) { found.append(schema) }
        return found.isEmpty ? additional.map { [$0] } ?? [] : found
    }
}
