import CanaryJSON
import Testing

/// What is an error of compiling, with its place.
@Suite struct RefusalTests {
    @Test(
        "a keyword that is not known or not supported is refused by name",
        arguments: [
            (#"{"minimun":1}"#, "/minimun", "is not a keyword of draft 2020-12"),
            (
                #"{"properties":{"a":{"items":{"tpye":"string"}}}}"#, "/properties/a/items/tpye",
                "is not a keyword"
            ),
            (#"{"$defs":{"unused":{"foo":1}}}"#, "/$defs/unused/foo", "is not a keyword"),
            (#"{"definitions":{}}"#, "/definitions", "'$defs'"),
            (#"{"dependencies":{}}"#, "/dependencies", "'dependentRequired'"),
            (#"{"nullable":true}"#, "/nullable", "OpenAPI 3.0"),
            (##"{"items":{"$dynamicRef":"#a"}}"##, "/items/$dynamicRef", "is not supported"),
            (#"{"$dynamicAnchor":"a"}"#, "/$dynamicAnchor", "is not supported"),
            (#"{"$vocabulary":{}}"#, "/$vocabulary", "is not supported"),
            (#"{"$schema":"http://json-schema.org/draft-07/schema#"}"#, "/$schema", "is not known"),
            (#"{"X-unit":1}"#, "/X-unit", "is not a keyword"),
        ]
    )
    func keywords(schema: String, pointer: String, reason: String) throws {
        try expectRefusal(schema, pointer, reason)
    }

    @Test(
        "a keyword with a wrong value is refused",
        arguments: [
            ("1", "", "must be a schema (an object, true or false), is 1"),
            (#"{"items":[]}"#, "/items", "must be a schema"),
            (#"{"minimum":"5"}"#, "/minimum", #"must be a number, is "5""#),
            (#"{"multipleOf":0}"#, "/multipleOf", "must be more than 0"),
            (#"{"multipleOf":-1}"#, "/multipleOf", "must be more than 0"),
            (#"{"type":"strin"}"#, "/type", "there is no type 'strin'"),
            (#"{"type":[]}"#, "/type", "must be a type or an array"),
            (#"{"type":["null","null"]}"#, "/type/1", "is there twice"),
            (#"{"enum":1}"#, "/enum", "must be an array, is 1"),
            (#"{"minLength":-1}"#, "/minLength", "must be a whole number from 0"),
            (#"{"maxItems":1.5}"#, "/maxItems", "must be a whole number from 0"),
            (#"{"minContains":"1"}"#, "/minContains", "must be a whole number from 0"),
            (#"{"uniqueItems":1}"#, "/uniqueItems", "must be true or false"),
            (#"{"required":"a"}"#, "/required", "must be an array"),
            (#"{"required":["a",1]}"#, "/required/1", "must be a string, is 1"),
            (#"{"dependentRequired":{"a":"b"}}"#, "/dependentRequired/a", "must be an array"),
            (#"{"allOf":[]}"#, "/allOf", "must be an array of at least one schema"),
            (#"{"anyOf":[true,1]}"#, "/anyOf/1", "must be a schema"),
            (#"{"properties":[]}"#, "/properties", "must be an object"),
            (#"{"properties":{"a~b":1}}"#, "/properties/a~0b", "must be a schema"),
            (#"{"pattern":"("}"#, "/pattern", "a '(' has no ')'"),
            (#"{"patternProperties":{"[":true}}"#, "/patternProperties/[", "a '[' has no ']'"),
            (#"{"title":1}"#, "/title", "must be a string"),
            (#"{"deprecated":"yes"}"#, "/deprecated", "must be true or false"),
            (#"{"examples":1}"#, "/examples", "must be an array"),
            (#"{"format":1}"#, "/format", "must be a string"),
            (#"{"$id":1}"#, "/$id", "must be a string"),
            (##"{"$id":"a#b"}"##, "/$id", "must be a URI without a fragment"),
            (#"{"$anchor":"1a"}"#, "/$anchor", "must be a name"),
        ]
    )
    func values(schema: String, pointer: String, reason: String) throws {
        try expectRefusal(schema, pointer, reason)
    }

    @Test(
        "a reference that leads nowhere is refused",
        arguments: [
            (##"{"$ref":"#/$defs/a"}"##, "/$ref", "leads to '/$defs/a', where there is nothing"),
            (##"{"items":{"$ref":"#a"}}"##, "/items/$ref", "leads to the anchor 'a', which is not there"),
            (#"{"$ref":"other.json"}"#, "/$ref", "leads to 'other.json', which is not in this document"),
            (#"{"$id":"http://a.example/b/c","$ref":"../d"}"#, "/$ref", "leads to 'http://a.example/d'"),
            (##"{"$ref":"#/%zz"}"##, "/$ref", "must be a URI"),
            (##"{"$ref":"#/title","title":"a"}"##, "/title", "must be a schema"),
            (#"{"$defs":{"a":{"$id":"x"},"b":{"$id":"x"}}}"#, "/$id", "is there twice"),
            (#"{"$defs":{"a":{"$anchor":"x"},"b":{"$anchor":"x"}}}"#, "/$anchor", "is there twice"),
        ]
    )
    func references(schema: String, pointer: String, reason: String) throws {
        let error = try #require(try refusal(schema))
        #expect(error.pointer.hasSuffix(pointer))
        #expect(error.reason.contains(reason), "\(error.reason)")
    }

    @Test("what OpenAPI and the specification call notes is not an error")
    func notes() throws {
        let schema = """
            {"title":"a","description":"b","default":{"foo":1},"examples":[1],"deprecated":true,
             "readOnly":true,"writeOnly":false,"$comment":"c","contentMediaType":"text/html",
             "contentEncoding":"base64","contentSchema":{"foo":1},"example":1,"discriminator":{"propertyName":"a"},"xml":{"name":"b"},
             "externalDocs":{"url":"c"},"x-anything":{"type":1},
             "$schema":"https://json-schema.org/draft/2020-12/schema#"}
            """
        #expect(try refusal(schema) == nil)
    }

    private func expectRefusal(_ schema: String, _ pointer: String, _ reason: String) throws {
        let error = try #require(try refusal(schema))
        #expect(error.pointer == pointer)
        #expect(error.reason.contains(reason), "\(error.reason)")
        #expect(error.description == (pointer.isEmpty ? "the schema" : pointer) + ": " + error.reason)
    }
}
