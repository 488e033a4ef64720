import CanaryModel

extension SchemaCompiler {
    /// Compiles a keyword into its schema.
    mutating func compile(
        _ keyword: SchemaKeyword,
        of source: SchemaSource,
        into node: inout SchemaNode
    ) throws(JSONSchemaError) {
        if let assertion = try assertion(of: keyword) {
            return node.assertions.append((keyword.name, assertion))
        }
        if try addReference(keyword, of: source) { return }
        if try addInPlace(keyword, of: source, to: &node) { return }
        if try addInside(keyword, of: source, to: &node) { return }
        if try isNote(keyword) { return }
        throw keyword.error(SchemaDialect.refusal(of: keyword.name))
    }

    /// `$ref`, `$defs`, and what needs no more than a look.
    private mutating func addReference(
        _ keyword: SchemaKeyword,
        of source: SchemaSource
    ) throws(JSONSchemaError) -> Bool {
        switch keyword.name {
        case "$id", "$anchor": break  // taken in before all others
        case "$schema":
            let dialect = try keyword.string()
            let uri = dialect.hasSuffix("#") ? String(dialect.dropLast()) : dialect
            guard SchemaDialect.known.contains(uri) else {
                throw keyword.error("\(keyword.value.brief) is not known; draft 2020-12 is")
            }
        case "$ref":
            let target = source.base.resolving(SchemaURI(try keyword.string()))
            add(SchemaReference(node: source.node, keyword: keyword, target: target))
        case "$defs": for member in try keyword.members() { _ = add(member, of: source) }
        default: return false
        }
        return true
    }

    /// Whether a keyword is a note.
    ///
    /// Its value must be what it must be nevertheless.
    private func isNote(_ keyword: SchemaKeyword) throws(JSONSchemaError) -> Bool {
        let name = keyword.name
        if name == "examples" {
            _ = try keyword.array()
        } else if SchemaDialect.textNotes.contains(name) {
            _ = try keyword.string()
        } else if SchemaDialect.booleanNotes.contains(name) {
            _ = try keyword.bool()
        } else {
            return SchemaDialect.notes.contains(name) || name.hasPrefix("x-")
        }
        return true
    }

    /// Adds the schema that is the value of a keyword.
    mutating func add(_ keyword: SchemaKeyword, of source: SchemaSource) -> Int {
        add(keyword.value, at: keyword.pointer, base: source.base)
    }

    /// Adds the schema of another keyword of the same schema; `nil` where it has none.
    mutating func add(_ name: String, of source: SchemaSource) -> Int? {
        guard let keyword = source.keyword(name) else { return nil }
        return add(keyword, of: source)
    }

    /// Adds the schemas of an array, which has at least one.
    mutating func addAll(_ keyword: SchemaKeyword, of source: SchemaSource) throws(JSONSchemaError) -> [Int] {
        let schemas = try keyword.array()
        guard !schemas.isEmpty else { throw keyword.wrong("an array of at least one schema") }
        return schemas.enumerated().map { add($1, at: keyword.pointer + "/\($0)", base: source.base) }
    }
}
