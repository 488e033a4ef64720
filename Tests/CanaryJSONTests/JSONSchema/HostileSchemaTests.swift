import CanaryJSON
import CanaryModel
import Testing

/// Values and schemas that would take all stack or all time.
@Suite struct HostileSchemaTests {
    @Test(
        "a value as deep as the parser takes is checked on a small stack",
        arguments: [
            ##"{"$ref":"#/$defs/n","$defs":{"n":{"items":{"$ref":"#/$defs/n"},"unevaluatedItems":false}}}"##,
            ##"{"anyOf":[{"type":"string"},{"items":{"$ref":"#"}}]}"##,
            ##"{"oneOf":[{"type":"string"},{"items":{"$ref":"#"}}]}"##,
            ##"{"not":{"not":{"items":{"$ref":"#"}}}}"##,
            ##"{"if":{"items":{"$ref":"#"}},"else":false}"##,
            ##"{"unevaluatedItems":{"$ref":"#"}}"##,
        ]
    )
    func deep(schema: String) async throws {
        #expect(try await violationsOnSmallStack(schema, nested(120, "[", "1", "]")).isEmpty)
    }

    @Test(
        "so is one with members in each other",
        arguments: [
            ##"{"additionalProperties":{"$ref":"#"},"type":"object"}"##,
            ##"{"dependentSchemas":{"a":{"properties":{"a":{"$ref":"#","type":"object"}}}}}"##,
            ##"{"unevaluatedProperties":{"allOf":[{"$ref":"#"}],"type":"object"}}"##,
        ]
    )
    func deepMembers(schema: String) async throws {
        let found = try await violationsOnSmallStack(schema, nested(120, #"{"a":"#, "1", "}"))
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.path == "$" + String(repeating: ".a", count: 120) })
        #expect(found.first?.message == "must be an object, is a number")
    }

    @Test("a value to whose parts too many schemas apply inside each other is told to be too deep")
    func tooDeep() async throws {
        let schema = nested(20, #"{"allOf":["#, ##"{"items":{"$ref":"#"}}"##, "]}")
        let found = try await violationsOnSmallStack(schema, nested(120, "[", "1", "]"))
        #expect(found.count == 1)
        #expect(found.first?.message.contains("is too deep to be checked: more than 2000") == true)
    }

    @Test("a value at the limit of the parser is compared, hashed and let go of on a small stack")
    func deepConstant() async throws {
        let deep = nested(120, "[", "1", "]")
        let found = try await violationsOnSmallStack(
            #"{"enum":[\#(deep)],"const":\#(deep),"uniqueItems":true}"#,
            deep
        )
        #expect(found.isEmpty)
    }

    @Test("a tree of sixty levels is not too deep")
    func tree() throws {
        let schema = ##"{"type":"object","properties":{"c":{"type":"array","items":{"$ref":"#"}}}}"##
        #expect(try violations(schema, nested(60, #"{"c":["#, "{}", "]}")).isEmpty)
        #expect(try violations(schema, nested(60, #"{"c":["#, "1", "]}")).count == 1)
    }

    @Test("schemas that are nested as deep as JSON can be work on a small stack")
    func deepSchema() async throws {
        #expect(try await violationsOnSmallStack(nested(120, #"{"not":"#, "{}", "}"), "1").isEmpty)
        #expect(try await violationsOnSmallStack(nested(121, #"{"not":"#, "{}", "}"), "1").count == 1)
    }

    @Test("alternatives that both go on take no exponential time", .timeLimit(.minutes(1)))
    func alternatives() throws {
        let schema = """
            {"anyOf":[{"properties":{"a":{"$ref":"#"},"x":false}},
                      {"properties":{"a":{"$ref":"#"},"y":false}}],
             "not":{"type":"number"}}
            """
        let value = nested(120, #"{"x":1,"y":2,"a":"#, "1", "}")
        let found = try violations(schema, value)
        #expect(found.map(\.keyword) == ["/anyOf"])
    }

    @Test("elements with the same keys are compared in linear time", .timeLimit(.minutes(1)))
    func unique() throws {
        let elements = (0..<20_000).map { #"{"id":\#($0),"n":"a"}"# }
        let schema = #"{"uniqueItems":true}"#
        #expect(try violations(schema, "[" + elements.joined(separator: ",") + "]").isEmpty)
        let repeated = "[" + elements.joined(separator: ",") + #",{"n":"a","id":7.0}]"#
        #expect(
            try violations(schema, repeated).first?.message.contains("elements 7 and 20000 are the same")
                == true
        )
    }

    @Test("numbers with long digits and large exponents are divided in no time", .timeLimit(.minutes(1)))
    func numbers() throws {
        let schema = #"{"multipleOf":0.0001}"#
        #expect(try violations(schema, "1e999999999999").isEmpty)
        #expect(try violations(schema, "1e-999999999999999999999999").count == 1)
        #expect(try violations(schema, "0." + String(repeating: "7", count: 100_000)).count == 1)
        #expect(try violations(#"{"multipleOf":3}"#, String(repeating: "3", count: 100_000)).isEmpty)
    }

    @Test("at most fifty violations are told")
    func fifty() throws {
        let value = "[" + Array(repeating: "1", count: 1000).joined(separator: ",") + "]"
        #expect(try violations(#"{"items":{"type":"string"}}"#, value).count == 50)
        let schema = #"{"allOf":[{"items":{"type":"string"}},{"items":{"type":"null"}}]}"#
        #expect(try violations(schema, value).count == 50)
    }

    @Test(
        "schemas that lead back to themselves with the same value are refused",
        arguments: [
            (##"{"$ref":"#"}"##, "/$ref"),
            (##"{"$ref":"#/$defs/a","$defs":{"a":{"$ref":"#/$defs/b"},"b":{"$ref":"#/$defs/a"}}}"##, ""),
            (##"{"allOf":[{"anyOf":[true,{"$ref":"#"}]}]}"##, "/allOf/0/anyOf/1/$ref"),
            (##"{"properties":{"a":{"if":{"$ref":"#/properties/a"}}}}"##, "/properties/a/if/$ref"),
            (##"{"dependentSchemas":{"a":{"not":{"$ref":"#"}}}}"##, "/dependentSchemas/a/not/$ref"),
        ]
    )
    func loops(schema: String, pointer: String) throws {
        let error = try #require(try refusal(schema))
        #expect(error.reason.contains("with the same value, without end"))
        #expect(error.pointer.hasPrefix(pointer))
    }

    @Test("a chain of ten thousand references is bounded")
    func chain() async throws {
        let links = (0..<10_000).map { ##""d\##($0)":{"$ref":"#/$defs/d\##($0 + 1)"}"## }.joined(
            separator: ","
        )
        let schema = ##"{"$ref":"#/$defs/d0","$defs":{\##(links),"d10000":true}}"##
        let found = try await violationsOnSmallStack(schema, "1")
        #expect(found.first?.message.contains("is too deep to be checked") == true)
    }

    @Test("groups in groups of a pattern are bounded")
    func groups() async throws {
        let pattern = nested(5000, "(", "a", ")")
        #expect(try refusal(#"{"pattern":"\#(pattern)"}"#)?.reason.contains("groups in each other") == true)
        let allowed = nested(50, "(", "a", ")")
        #expect(try await violationsOnSmallStack(#"{"pattern":"\#(allowed)"}"#, "\"a\"").isEmpty)
    }

    @Test(
        "a long pattern takes no more stack than there is",
        arguments: [
            String(repeating: "ab", count: 5000), String(repeating: "x|", count: 2000) + "b",
            String(repeating: "(?:x)?", count: 1000) + "b",
            "[" + String(repeating: "x\\\\d", count: 2000) + "b]",
        ]
    )
    func longPattern(pattern: String) async throws {
        let text = String(repeating: "ab", count: 5000)
        #expect(try await violationsOnSmallStack(#"{"pattern":"\#(pattern)"}"#, "\"\(text)\"").isEmpty)
    }
}
