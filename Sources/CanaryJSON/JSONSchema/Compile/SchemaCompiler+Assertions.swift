import CanaryModel

extension SchemaCompiler {
    /// What a keyword asks of the value alone; `nil` for other keywords.
    func assertion(of keyword: SchemaKeyword) throws(JSONSchemaError) -> (any SchemaAssertion)? {
        if let assertion = try valueAssertion(of: keyword) { return assertion }
        if let assertion = try numberAssertion(of: keyword) { return assertion }
        if let assertion = try stringAssertion(of: keyword) { return assertion }
        if let assertion = try arrayAssertion(of: keyword) { return assertion }
        return try objectAssertion(of: keyword)
    }

    private func valueAssertion(of keyword: SchemaKeyword) throws(JSONSchemaError) -> ValueAssertion? {
        switch keyword.name {
        case "type": return .type(try types(keyword))
        case "enum":
            let choices = try keyword.array()
            return .choice(Set(choices), wording: ValueAssertion.wording(choices))
        case "const": return .constant(keyword.value)
        default: return nil
        }
    }

    private func types(_ keyword: SchemaKeyword) throws(JSONSchemaError) -> [JSONType] {
        let names: [String]
        if case .string(let name) = keyword.value { names = [name] } else { names = try keyword.names() }
        guard !names.isEmpty else { throw keyword.wrong("a type or an array of at least one") }
        return try names.map { name throws(JSONSchemaError) in
            guard let type = JSONType(rawValue: name) else {
                let all = JSONType.allCases.map(\.rawValue).joined(separator: ", ")
                throw keyword.error("there is no type '\(JSONValue.named(name))'; there are \(all)")
            }
            return type
        }
    }

    private func numberAssertion(of keyword: SchemaKeyword) throws(JSONSchemaError) -> NumberAssertion? {
        switch keyword.name {
        case "multipleOf":
            guard let divisor = SchemaDivisor(try keyword.number()) else {
                throw keyword.wrong("more than 0, of at most \(SchemaDivisor.maximumDigits) digits")
            }
            return .multiple(divisor)
        case "maximum": return .maximum(try keyword.number())
        case "minimum": return .minimum(try keyword.number())
        case "exclusiveMaximum": return .exclusiveMaximum(try keyword.number())
        case "exclusiveMinimum": return .exclusiveMinimum(try keyword.number())
        default: return nil
        }
    }

    private func stringAssertion(of keyword: SchemaKeyword) throws(JSONSchemaError) -> StringAssertion? {
        switch keyword.name {
        case "maxLength": return .maximumLength(try keyword.count())
        case "minLength": return .minimumLength(try keyword.count())
        case "pattern": return .pattern(try pattern(try keyword.string(), at: keyword))
        case "format" where assertsFormats:
            return SchemaFormat(rawValue: try keyword.string()).map { .format($0) }
        default: return nil
        }
    }

    /// A regular expression that stands at a keyword.
    func pattern(_ text: String, at keyword: SchemaKeyword) throws(JSONSchemaError) -> SchemaPattern {
        do {
            return try SchemaPattern(text)
        } catch {
            throw keyword.error("is not a regular expression that is supported: \(error.reason)")
        }
    }

    private func arrayAssertion(of keyword: SchemaKeyword) throws(JSONSchemaError) -> ArrayAssertion? {
        switch keyword.name {
        case "maxItems": return .maximumCount(try keyword.count())
        case "minItems": return .minimumCount(try keyword.count())
        case "uniqueItems": return try keyword.bool() ? .unique : .minimumCount(0)
        default: return nil
        }
    }

    private func objectAssertion(of keyword: SchemaKeyword) throws(JSONSchemaError) -> ObjectAssertion? {
        switch keyword.name {
        case "maxProperties": return .maximumCount(try keyword.count())
        case "minProperties": return .minimumCount(try keyword.count())
        case "required": return .required(try keyword.names())
        case "dependentRequired":
            let members = try keyword.members()
            return .dependent(
                try members.map { member throws(JSONSchemaError) in (member.name, try member.names()) }
            )
        default: return nil
        }
    }
}
