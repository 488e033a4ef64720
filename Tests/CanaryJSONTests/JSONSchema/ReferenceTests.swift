import CanaryJSON
import Testing

/// Where references lead.
@Suite struct ReferenceTests {
    @Test(
        "a reference leads to the schema that asks for null",
        arguments: [
            ##"{"$ref":"#/$defs/a","$defs":{"a":{"type":"null"}}}"##,
            ##"{"$ref":"#/$defs/a%20b","$defs":{"a b":{"type":"null"}}}"##,
            ##"{"$ref":"#/$defs/~0~1","$defs":{"~/":{"type":"null"}}}"##,
            ##"{"$ref":"#x","$defs":{"a":{"$anchor":"x","type":"null"}}}"##,
            #"{"$ref":"a.json","$defs":{"a":{"$id":"a.json","type":"null"}}}"#,
            #"{"$id":"https://e.example/s/t","$ref":"./u/../a","$defs":{"a":{"$id":"/s/a","type":"null"}}}"#,
            ##"{"$id":"urn:x:y","$ref":"urn:x:y#a","$defs":{"a":{"$anchor":"a","type":"null"}}}"##,
            ##"{"$ref":"o#/$defs/a","$defs":{"o":{"$id":"o","$defs":{"a":{"type":"null"}}}}}"##,
            ##"{"$ref":"#/x-shared/a","x-shared":{"a":{"$ref":"#/x-shared/b"},"b":{"type":"null"}}}"##,
            ##"{"$ref":"#/allOf/0","allOf":[{"type":"null"}]}"##,
            ##"{"$ref":"#/$defs/a/then","$defs":{"a":{"then":{"type":"null"}}}}"##,
            ##"{"$ref":"//h.example?q=1","$defs":{"a":{"$id":"//h.example?q=1","type":"null"}}}"##,
        ]
    )
    func leads(schema: String) throws {
        #expect(try violations(schema, "null").isEmpty)
        #expect(try violations(schema, "1").map(\.message).allSatisfy { $0 == "must be null, is a number" })
        #expect(try !violations(schema, "1").isEmpty)
    }

    @Test("what looks like a reference where no schema stands is none")
    func notReferences() throws {
        let schema =
            """
            {"properties":{"$ref":{"const":{"$ref":"x","$id":"y"}}},
             "enum":[{"$ref":{"$ref":"x","$id":"y"}}]}
            """
        #expect(try violations(schema, #"{"$ref":{"$ref":"x","$id":"y"}}"#).isEmpty)
        #expect(try !violations(schema, #"{"$ref":1}"#).isEmpty)
    }

    @Test("an anchor belongs to the document that it stands in")
    func anchors() throws {
        let schema = ##"""
            {"$ref":"#a","$defs":{"x":{"$id":"x","$anchor":"a","type":"null"},
                                  "y":{"$anchor":"a","type":"string"}}}
            """##
        #expect(try violations(schema, "\"\"").isEmpty)
        #expect(try !violations(schema, "null").isEmpty)
    }

    @Test("the schema of schemas is known")
    func metaSchema() throws {
        let schema = #"{"items":{"$ref":"https://json-schema.org/draft/2020-12/schema"}}"#
        #expect(try violations(schema, #"[{"type":"null","properties":{"a":true}}]"#).isEmpty)
        let found = try violations(schema, #"[{"properties":{"a":{"minLength":"1"}}}]"#)
        #expect(found.map(\.path) == ["$[0].properties.a.minLength"])
        #expect(found.map(\.message) == ["must be an integer, is a string"])
    }

    @Test("a schema may lead back to itself where the value goes on")
    func recursion() throws {
        let schema = ##"{"properties":{"next":{"$ref":"#"},"v":{"type":"integer"}},"required":["v"]}"##
        #expect(try violations(schema, #"{"v":1,"next":{"v":2}}"#).isEmpty)
        #expect(try violations(schema, #"{"v":1,"next":{"v":2,"next":{}}}"#).map(\.path) == ["$.next.next"])
    }
}
