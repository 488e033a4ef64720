import CanaryModel

extension SchemaCompiler {
    /// Keywords that apply schemas to the same value.
    mutating func addInPlace(
        _ keyword: SchemaKeyword,
        of source: SchemaSource,
        to node: inout SchemaNode
    ) throws(JSONSchemaError) -> Bool {
        switch keyword.name {
        case "allOf": node.applicators.append(.allOf(try addAll(keyword, of: source)))
        case "anyOf": node.applicators.append(.anyOf(try addAll(keyword, of: source)))
        case "oneOf": node.applicators.append(.oneOf(try addAll(keyword, of: source)))
        case "not": node.applicators.append(.not(add(keyword, of: source)))
        case "if":
            let condition = add(keyword, of: source)
            let then = add("then", of: source), otherwise = add("else", of: source)
            node.applicators.append(.conditional(condition: condition, then: then, otherwise: otherwise))
        case "then", "else":  // without `if` they are only there to be referred to
            if source.keyword("if") == nil { _ = add(keyword, of: source) }
        case "dependentSchemas":
            let schemas = try keyword.members().map { ($0.name, add($0, of: source)) }
            node.applicators.append(.dependentSchemas(schemas))
        default: return false
        }
        return true
    }

    /// Keywords that apply schemas to elements, members and names.
    mutating func addInside(
        _ keyword: SchemaKeyword,
        of source: SchemaSource,
        to node: inout SchemaNode
    ) throws(JSONSchemaError) -> Bool {
        switch keyword.name {
        case "prefixItems":
            let prefix = try addAll(keyword, of: source)
            node.applicators.append(.items(prefix: prefix, rest: add("items", of: source)))
        case "items":
            if source.keyword("prefixItems") == nil {
                node.applicators.append(.items(prefix: [], rest: add(keyword, of: source)))
            }
        case "contains": node.applicators.append(.contains(try contained(keyword, of: source)))
        case "minContains", "maxContains": _ = try keyword.count()
        case "properties", "patternProperties", "additionalProperties":
            let all = ["properties", "patternProperties", "additionalProperties"]
            if all.first(where: { source.keyword($0) != nil }) == keyword.name {
                node.applicators.append(.members(try members(of: source)))
            }
        case "propertyNames": node.applicators.append(.propertyNames(add(keyword, of: source)))
        case "unevaluatedItems": node.unevaluatedItems = add(keyword, of: source)
        case "unevaluatedProperties": node.unevaluatedProperties = add(keyword, of: source)
        default: return false
        }
        return true
    }

    private mutating func contained(
        _ keyword: SchemaKeyword,
        of source: SchemaSource
    ) throws(JSONSchemaError) -> ContainedItems {
        let minimum = try source.keyword("minContains")?.count()
        let maximum = try source.keyword("maxContains")?.count()
        return ContainedItems(schema: add(keyword, of: source), minimum: minimum ?? 1, maximum: maximum)
    }

    private mutating func members(of source: SchemaSource) throws(JSONSchemaError) -> MemberSchemas {
        var members = MemberSchemas()
        for member in try source.keyword("properties")?.members() ?? [] {
            members.named[SchemaName(member.name)] = add(member, of: source)
        }
        for member in try source.keyword("patternProperties")?.members() ?? [] {
            members.patterned.append((try pattern(member.name, at: member), add(member, of: source)))
        }
        members.additional = add("additionalProperties", of: source)
        return members
    }
}
