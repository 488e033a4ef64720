import CanaryJSON
import Testing

/// What each keyword takes and what it does not.
@Suite struct KeywordTests {
    /// A schema with values that it takes, and values that it does not.
    struct Row: Sendable, CustomTestStringConvertible {
        let schema: String
        let valid: [String]
        let invalid: [String]
        var testDescription: String { schema }

        init(_ schema: String, valid: [String], invalid: [String]) {
            self.schema = schema
            self.valid = valid
            self.invalid = invalid
        }
    }

    @Test(
        "a keyword takes what it should and nothing else",
        arguments: values + numbers + texts + arrays + objects + combined + unevaluated
    )
    func keyword(row: Row) throws {
        for value in row.valid { #expect(try violations(row.schema, value) == [], "\(value)") }
        for value in row.invalid { #expect(try !violations(row.schema, value).isEmpty, "\(value)") }
    }

    static let values = [
        Row("true", valid: ["1", "null"], invalid: []),
        Row("false", valid: [], invalid: ["1", "{}"]),
        Row("{}", valid: ["1", "[]"], invalid: []),
        Row(
            #"{"type":"integer"}"#,
            valid: ["1", "1.0", "1e3", "-0", "1e400"],
            invalid: ["1.5", "1e-1", "\"1\"", "true"]
        ),
        Row(#"{"type":"number"}"#, valid: ["1", "1.5"], invalid: ["\"1\"", "null"]),
        Row(#"{"type":["string","null"]}"#, valid: ["\"\"", "null"], invalid: ["0", "[]", "false"]),
        Row(#"{"type":"object"}"#, valid: ["{}"], invalid: ["[]"]),
        Row(#"{"type":"boolean"}"#, valid: ["false"], invalid: ["0"]),
        Row(
            #"{"enum":[1,{"a":[2,3]},null]}"#,
            valid: ["1.0", #"{"a":[2.0,3]}"#, "null"],
            invalid: [#"{"a":[3,2]}"#, "0"]
        ),
        Row(#"{"enum":["\u00e9"]}"#, valid: ["\"\u{e9}\""], invalid: ["\"e\u{301}\""]),
        Row(#"{"const":9007199254740993}"#, valid: ["9007199254740993.0"], invalid: ["9007199254740992"]),
        Row(#"{"const":false}"#, valid: ["false"], invalid: ["0", "null", "[false]"]),
    ]

    static let numbers = [
        Row(
            #"{"multipleOf":0.0001}"#,
            valid: ["0.0075", "0", "-0.0", "12", "1e30"],
            invalid: ["0.00751", "1e-5"]
        ),
        Row(#"{"multipleOf":0.01}"#, valid: ["19.99", "4.35", "-0.07"], invalid: ["0.001"]),
        Row(
            #"{"multipleOf":7}"#,
            valid: ["70000000000000000000000000007", "14"],
            invalid: ["70000000000000000000000000008"]
        ),
        Row(#"{"multipleOf":1.5e1}"#, valid: ["30", "4.5e1"], invalid: ["20"]),
        Row(
            #"{"multipleOf":1234567890123456789012345678901234567}"#,
            valid: ["2469135780246913578024691357802469134", "12345678901234567890123456789012345670e5"],
            invalid: ["2469135780246913578024691357802469135", "1e60"]
        ),
        Row(
            #"{"minimum":1.1,"maximum":3}"#,
            valid: ["1.1", "3.0", "\"\""],
            invalid: ["1.0999999999999999999999", "3.01"]
        ),
        Row(#"{"exclusiveMinimum":1,"exclusiveMaximum":2}"#, valid: ["1.5"], invalid: ["1", "2", "2.0"]),
        Row(
            #"{"maximum":18446744073709551616}"#,
            valid: ["18446744073709551616"],
            invalid: ["18446744073709551617"]
        ),
    ]

    static let texts = [
        Row(
            #"{"minLength":2,"maxLength":3}"#,
            valid: ["\"ab\"", "\"👍🏽a\"", "12345"],
            invalid: ["\"👍\"", "\"abcd\""]
        ),
        Row(#"{"pattern":"b+"}"#, valid: ["\"abc\"", "1"], invalid: ["\"ac\""]),
        Row(#"{"format":"email"}"#, valid: ["\"no address\""], invalid: []),
        Row(#"{"format":"int64","x-unit":"cm","title":"T","readOnly":true}"#, valid: ["1"], invalid: []),
    ]

    static let arrays = [
        Row(#"{"minItems":1,"maxItems":2.0}"#, valid: ["[1]", "[1,2]", "{}"], invalid: ["[]", "[1,2,3]"]),
        Row(
            #"{"uniqueItems":true}"#,
            valid: ["[1,true,\"1\"]", "[[1],[2]]"],
            invalid: ["[1,1.0]", #"[{"a":1,"b":2},{"b":2,"a":1}]"#]
        ),
        Row(#"{"uniqueItems":false}"#, valid: ["[1,1]"], invalid: []),
        Row(#"{"items":{"type":"string"}}"#, valid: ["[]", "[\"a\"]"], invalid: ["[\"a\",1]"]),
        Row(
            #"{"prefixItems":[true,{"const":1}],"items":false}"#,
            valid: ["[]", "[5]", "[5,1]"],
            invalid: ["[5,2]", "[5,1,1]"]
        ),
        Row(#"{"contains":{"const":1}}"#, valid: ["[2,1]"], invalid: ["[]", "[2]"]),
        Row(
            #"{"contains":{"const":1},"minContains":2,"maxContains":3}"#,
            valid: ["[1,1]"],
            invalid: ["[1]", "[1,1,1,1]"]
        ),
        Row(#"{"contains":{"const":1},"minContains":0}"#, valid: ["[]"], invalid: []),
        Row(#"{"minContains":2}"#, valid: ["[]"], invalid: []),
    ]

    static let objects = [
        Row(
            #"{"minProperties":1,"maxProperties":1}"#,
            valid: [#"{"a":1}"#],
            invalid: ["{}", #"{"a":1,"b":2}"#]
        ),
        Row(
            #"{"required":["a","constructor"]}"#,
            valid: [#"{"a":null,"constructor":1}"#, "[]"],
            invalid: [#"{"a":1}"#]
        ),
        Row(#"{"required":["\u00e9"]}"#, valid: ["{\"\u{e9}\":1}"], invalid: ["{\"e\u{301}\":1}"]),
        Row(
            #"{"dependentRequired":{"a":["b"]}}"#,
            valid: ["{}", #"{"b":1}"#, #"{"a":1,"b":1}"#],
            invalid: [#"{"a":1}"#]
        ),
        Row(
            #"{"dependentSchemas":{"a":{"maxProperties":1}}}"#,
            valid: [#"{"a":1}"#, #"{"b":1,"c":1}"#],
            invalid: [#"{"a":1,"b":1}"#]
        ),
        Row(
            #"{"properties":{"a":{"type":"null"}}}"#,
            valid: ["{}", #"{"a":null,"b":1}"#],
            invalid: [#"{"a":1}"#]
        ),
        Row(
            #"{"properties":{"a":{}},"additionalProperties":false}"#,
            valid: [#"{"a":1}"#],
            invalid: [#"{"b":1}"#]
        ),
        Row(
            """
            {"patternProperties":{"^x":{"type":"null"},"y$":{"type":["null","string"]}},
             "additionalProperties":{"const":0}}
            """,
            valid: [#"{"x":null,"ay":"","xy":null,"b":0}"#],
            invalid: [#"{"xy":""}"#, #"{"x":1}"#, #"{"b":1}"#]
        ),
        Row(#"{"propertyNames":{"maxLength":2}}"#, valid: [#"{"ab":1}"#, "{}"], invalid: [#"{"abc":1}"#]),
    ]

    static let combined = [
        Row(#"{"allOf":[{"minimum":1},{"maximum":2}]}"#, valid: ["1"], invalid: ["0", "3"]),
        Row(#"{"anyOf":[{"type":"string"},{"minimum":2}]}"#, valid: ["\"\"", "2"], invalid: ["1"]),
        Row(#"{"oneOf":[{"multipleOf":2},{"multipleOf":3}]}"#, valid: ["2", "3"], invalid: ["6", "5"]),
        Row(#"{"not":{"type":"string"}}"#, valid: ["1"], invalid: ["\"\""]),
        Row(
            #"{"if":{"minimum":10},"then":{"multipleOf":10},"else":{"const":1}}"#,
            valid: ["20", "1"],
            invalid: ["15", "2"]
        ),
        Row(#"{"then":false,"else":false}"#, valid: ["1"], invalid: []),
        Row(#"{"if":false,"then":false}"#, valid: ["1"], invalid: []),
    ]

    static let unevaluated = [
        Row(
            #"{"allOf":[{"properties":{"a":true}}],"unevaluatedProperties":false}"#,
            valid: [#"{"a":1}"#, "3"],
            invalid: [#"{"a":1,"b":1}"#]
        ),
        Row(
            """
            {"anyOf":[{"properties":{"a":{"const":1}},"required":["a"]},
                      {"properties":{"b":{"const":1}},"required":["b"]}],
             "unevaluatedProperties":false}
            """,
            valid: [#"{"a":1}"#, #"{"a":1,"b":1}"#],
            invalid: [#"{"a":1,"b":2}"#]
        ),
        Row(
            """
            {"if":{"required":["k"],"properties":{"k":true}},"then":{"properties":{"a":true}},
             "unevaluatedProperties":{"type":"null"}}
            """,
            valid: [#"{"k":1,"a":1}"#, #"{"a":null}"#],
            invalid: [#"{"a":1}"#]
        ),
        Row(
            #"{"not":{"not":{"properties":{"a":true}}},"unevaluatedProperties":false}"#,
            valid: ["{}"],
            invalid: [#"{"a":1}"#]
        ),
        Row(
            """
            {"dependentSchemas":{"a":{"properties":{"b":true}}},"properties":{"a":true},
             "unevaluatedProperties":false}
            """,
            valid: [#"{"a":1,"b":1}"#],
            invalid: [#"{"b":1}"#]
        ),
        Row(
            #"{"prefixItems":[true],"contains":{"type":"string"},"unevaluatedItems":false}"#,
            valid: ["[1,\"a\",\"b\"]"],
            invalid: ["[1,\"a\",2]"]
        ),
        Row(#"{"allOf":[{"items":true}],"unevaluatedItems":false}"#, valid: ["[1,2]"], invalid: []),
        Row(
            ##"{"$ref":"#/$defs/a","unevaluatedItems":false,"$defs":{"a":{"prefixItems":[true]}}}"##,
            valid: ["[1]"],
            invalid: ["[1,2]"]
        ),
    ]
}
