/// What keywords of a schema there are that need no compiling.
enum SchemaDialect {
    /// The dialects that `$schema` may name.
    static let known: Set<String> = [
        "https://json-schema.org/draft/2020-12/schema", "https://spec.openapis.org/oas/3.1/dialect/base",
    ]

    /// Notes that may have any value: those of JSON Schema and those of OpenAPI.
    static let notes: Set<String> = [
        "default", "contentSchema", "example", "discriminator", "xml", "externalDocs",
    ]
    static let textNotes: Set<String> = [
        "title", "description", "$comment", "contentMediaType", "contentEncoding", "format",
    ]
    static let booleanNotes: Set<String> = ["deprecated", "readOnly", "writeOnly"]

    /// What is said of a keyword that is not taken.
    static func refusal(of keyword: String) -> String {
        switch keyword {
        case "$dynamicRef", "$dynamicAnchor": "is not supported; '$ref' and '$anchor' are"
        case "$vocabulary": "is not supported: only the vocabularies of draft 2020-12 are known"
        case "$recursiveRef", "$recursiveAnchor": "is of draft 2019-09, and not supported"
        case "definitions": replaced(by: "'$defs'")
        case "dependencies": replaced(by: "'dependentRequired' and 'dependentSchemas'")
        case "additionalItems": replaced(by: "'prefixItems' with 'items'")
        case "id": replaced(by: "'$id'")
        case "nullable": "is of OpenAPI 3.0; write the type as [\"string\", \"null\"]"
        default: "is not a keyword of draft 2020-12"
        }
    }

    private static func replaced(by keywords: String) -> String {
        "is not a keyword of draft 2020-12, which has \(keywords) for it"
    }
}
