import CanaryJSON
import Testing

/// What is said of a value that is wrong, and where.
@Suite struct MessageTests {
    /// A schema with a value, and the one violation that is told.
    struct Row: Sendable, CustomTestStringConvertible {
        let schema: String
        let value: String
        let path: String
        let keyword: String
        let message: String
        var testDescription: String { schema + " " + value }

        init(_ schema: String, _ value: String, _ path: String, _ keyword: String, _ message: String) {
            self.schema = schema
            self.value = value
            self.path = path
            self.keyword = keyword
            self.message = message
        }
    }

    @Test("a violation says where, by which keyword and what is wrong", arguments: alone + inside + combined)
    func message(row: Row) throws {
        let found = try violations(row.schema, row.value)
        try #require(found.count == 1, "\(found)")
        #expect(found[0].path == row.path)
        #expect(found[0].keyword == row.keyword)
        #expect(found[0].message == row.message)
        #expect(found[0].description == row.path + " " + row.message)
    }

    static let alone = [
        Row(#"{"type":"number"}"#, "\"a\"", "$", "/type", "must be a number, is a string"),
        Row(#"{"type":"integer"}"#, "1.5", "$", "/type", "must be an integer, is 1.5"),
        Row(#"{"type":["string","null"]}"#, "{}", "$", "/type", "must be a string or null, is an object"),
        Row(#"{"enum":["a",1]}"#, "2", "$", "/enum", #"must be one of "a", 1, is 2"#),
        Row(#"{"enum":["a"]}"#, "[1]", "$", "/enum", #"must be "a", is an array of 1 element"#),
        Row(
            #"{"enum":[0,1,2,3,4,5,6,7,8,9]}"#,
            "\"a\"",
            "$",
            "/enum",
            #"must be one of 0, 1, 2, 3, 4, 5, 6, 7 or 2 more, is "a""#
        ),
        Row(#"{"const":1}"#, "null", "$", "/const", "must be 1, is null"),
        Row(
            #"{"const":[1]}"#,
            "[2]",
            "$",
            "/const",
            "must be an array of 1 element, is another: an array of 1 element"
        ),
        Row(#"{"multipleOf":0.01}"#, "0.015", "$", "/multipleOf", "must be a multiple of 0.01, is 0.015"),
        Row(#"{"maximum":5}"#, "6", "$", "/maximum", "must be at most 5, is 6"),
        Row(#"{"minimum":5}"#, "4", "$", "/minimum", "must be at least 5, is 4"),
        Row(#"{"exclusiveMaximum":5}"#, "5", "$", "/exclusiveMaximum", "must be less than 5, is 5"),
        Row(#"{"exclusiveMinimum":5}"#, "5", "$", "/exclusiveMinimum", "must be more than 5, is 5"),
        Row(#"{"minLength":2}"#, "\"a\"", "$", "/minLength", "must have at least 2 characters, has 1"),
        Row(#"{"maxLength":1}"#, "\"ab\"", "$", "/maxLength", "must have at most 1 character, has 2"),
        Row(#"{"pattern":"^a$"}"#, "\"b\"", "$", "/pattern", #"must match ^a$, is "b""#),
        Row(#"{"minItems":1}"#, "[]", "$", "/minItems", "must have at least 1 element, has 0"),
        Row(#"{"maxItems":1}"#, "[1,2]", "$", "/maxItems", "must have at most 1 element, has 2"),
        Row(
            #"{"uniqueItems":true}"#,
            "[1,2,1]",
            "$",
            "/uniqueItems",
            "must have no element twice, elements 0 and 2 are the same: 1"
        ),
        Row(#"{"minProperties":1}"#, "{}", "$", "/minProperties", "must have at least 1 member, has 0"),
        Row(#"{"required":["id"]}"#, "{}", "$", "/required", "is missing the member 'id'"),
        Row(
            #"{"dependentRequired":{"a":["b"]}}"#,
            #"{"a":1}"#,
            "$",
            "/dependentRequired",
            "is missing the member 'b', which 'a' requires"
        ),
        Row("false", "1", "$", "", "is not allowed"),
    ]

    static let inside = [
        Row(
            #"{"properties":{"items":{"items":{"properties":{"price":{"type":"number"}}}}}}"#,
            #"{"items":[{"price":1},{"price":"2"}]}"#,
            "$.items[1].price",
            "/properties/items/items/properties/price/type",
            "must be a number, is a string"
        ),
        Row(
            ##"{"items":{"$ref":"#/$defs/a~1b"},"$defs":{"a/b":{"type":"null"}}}"##,
            "[0]",
            "$[0]",
            "/$defs/a~1b/type",
            "must be null, is a number"
        ),
        Row(
            #"{"additionalProperties":false}"#,
            #"{"it's":1}"#,
            #"$['it\'s']"#,
            "/additionalProperties",
            "is not allowed"
        ),
        Row(
            #"{"additionalProperties":{"const":1}}"#,
            #"{"a\n\"b":2}"#,
            #"$['a\n"b']"#,
            "/additionalProperties/const",
            "must be 1, is 2"
        ),
        Row(
            #"{"properties":{"a":{"type":"null"}},"unevaluatedProperties":false}"#,
            #"{"a":1}"#,
            "$.a",
            "/properties/a/type",
            "must be null, is a number"
        ),
        Row(
            #"{"unevaluatedItems":{"type":"null"}}"#,
            "[null,1]",
            "$[1]",
            "/unevaluatedItems/type",
            "must be null, is a number"
        ),
        Row(
            #"{"properties":{"o":{"propertyNames":{"maxLength":1}}}}"#,
            #"{"o":{"ab":1}}"#,
            "$.o",
            "/properties/o/propertyNames/maxLength",
            "has the member 'ab', whose name must have at most 1 character, has 2"
        ),
        Row(
            #"{"contains":{"const":1}}"#,
            "[2]",
            "$",
            "/contains",
            "must have at least 1 element that matches 'contains', has 0"
        ),
        Row(
            #"{"contains":true,"maxContains":2}"#,
            "[1,2,3]",
            "$",
            "/maxContains",
            "must have at most 2 elements that match 'contains', has 3"
        ),
    ]

    static let combined = [
        Row(#"{"not":{}}"#, "1", "$", "/not", "must not match the schema of 'not', does"),
        Row(
            #"{"anyOf":[{"type":"null"},{"properties":{"p":{"type":"number"}}}]}"#,
            #"{"p":"1"}"#,
            "$",
            "/anyOf",
            "does not match any of 2 alternatives; nearest is /anyOf/1: $.p must be a number, is a string"
        ),
        Row(
            #"{"anyOf":[{"minLength":3}]}"#,
            "\"a\"",
            "$",
            "/anyOf",
            "does not match the only alternative; nearest is /anyOf/0: "
                + "it must have at least 3 characters, has 1"
        ),
        Row(
            """
            {"oneOf":[{"properties":{"k":{"const":"a"}}},
                      {"properties":{"k":{"const":"b"}},"required":["x","y"]}]}
            """,
            #"{"k":"b"}"#,
            "$",
            "/oneOf",
            "does not match any of 2 alternatives; nearest is /oneOf/1: it is missing the member 'x'"
        ),
        Row(
            #"{"anyOf":[{"type":"null"},{"items":{"oneOf":[{"type":"null"},{"minimum":2}]}}]}"#,
            "[1]",
            "$",
            "/anyOf",
            "does not match any of 2 alternatives; nearest is /anyOf/1: $[0] must be at least 2, is 1"
        ),
        Row(
            #"{"oneOf":[{"minimum":1},true,{"minimum":2}]}"#,
            "2",
            "$",
            "/oneOf",
            "must match only one of 3 alternatives, matches 0 and 1 and 2 (from 0)"
        ),
    ]

    @Test("all violations are told, in the order of the value")
    func all() throws {
        let schema =
            #"{"required":["z"],"properties":{"a":{"type":"string"},"b":{"minimum":2,"multipleOf":2}}}"#
        let found = try violations(schema, #"{"b":1,"a":1}"#)
        #expect(found.map(\.path) == ["$", "$.b", "$.b", "$.a"])
    }

    @Test("where alternatives fail nothing is said of what they left over")
    func leftOver() throws {
        let schema = #"{"anyOf":[{"required":["x"]},{"required":["y"]}],"unevaluatedProperties":false}"#
        #expect(try violations(schema, #"{"a":1,"b":1}"#).map(\.keyword) == ["/anyOf"])
    }

    @Test("a long text is not shown in a message, as half of it may hold half of a secret")
    func long() throws {
        let text = String(repeating: "a", count: 5000)
        let message = try #require(try violations(#"{"const":"b"}"#, "\"\(text)\"").first?.message)
        #expect(message == #"must be "b", is a text of 5000 characters"#)
    }
}
