import CanaryJSON
import CanaryModel
import Foundation
import Testing

@Suite("Nearest paths") struct NearestPathTests {
    @Test(
        "are those that were probably meant",
        arguments: [
            ("$.order.id", #"{"data":{"order":{"id":1}}}"#, ["$.data.order.id"]),
            ("$.data.order.id", #"{"order":{"id":1}}"#, ["$.order.id"]),
            ("$.orderID", #"{"orderId":1}"#, ["$.orderId"]),
            ("$.order_id", #"{"orderId":1,"order":{"id":3}}"#, ["$.orderId"]),
            ("$.ordre.Id", #"{"order":{"id":3}}"#, ["$.order.id"]),
            ("$.items.id", #"{"items":[{"id":1},{"id":2}]}"#, ["$.items[0].id"]),
            ("$.items.id", #"{"items":[{},{"id":2}]}"#, ["$.items[1].id"]),
            ("$.items[0].id", #"{"items":{"id":2}}"#, ["$.items.id"]),
            ("$.items[5].id", #"{"items":[{"id":1},{"id":2}]}"#, ["$.items[1].id"]),
            ("$.items[-5].id", #"{"items":[{"id":1},{"id":2}]}"#, ["$.items[0].id"]),
            ("$.items[9]", "{\"items\":[1,2,3]}", ["$.items[2]"]),
            ("$.items[0]", #"{"items":"x"}"#, ["$.items"]),
            ("$.items[0]", #"{"items":[]}"#, ["$.items"]),
            (
                "$.id", #"{"a":{"id":3},"b":{"id":1},"c":{"id":2},"d":{"id":1}}"#,
                ["$.a.id", "$.b.id", "$.c.id"]
            ),
            ("$.user.name", #"{"people":[{"name":"A"}],"user":{"Name":"B"}}"#, ["$.user.Name"]),
            ("$['a b']", #"{"x":{"a b":1}}"#, ["$.x['a b']"]),
            ("$[3].id", "[{\"id\":1}]", ["$[0].id"]),
        ]
    )
    func meant(path: String, json: String, wanted: [String]) throws {
        #expect(try JSONPath(path).nearest(in: JSONValue(parsing: Data(json.utf8))) == wanted)
    }

    @Test(
        "are none where nothing is similar, where the path selects something, or is not of names and indexes",
        arguments: [
            ("$.name", #"{"error":"no"}"#), ("$.a", #"{"b":1}"#), ("$.id", #"{"is":1}"#),
            ("$.x[0]", #"{"items":[1]}"#),
            ("$", "1"), ("$.a", #"{"a":null,"A":1}"#), ("$..Id", #"{"id":1}"#), ("$.*.Id", #"{"id":1}"#),
            ("$[?@.Id]", #"{"id":1}"#), ("$.a.b", "null"),
            ("$.total", #"{"a":{"b":{"c":{"d":{"total":1}}}}}"#),
        ]
    )
    func none(path: String, json: String) throws {
        #expect(try JSONPath(path).nearest(in: JSONValue(parsing: Data(json.utf8))).isEmpty)
    }

    @Test("are found in large documents without a look at all of them", .timeLimit(.minutes(3)))
    func large() throws {
        let record = JSONValue.object(["name": .null, "Total": .null])
        let list = JSONValue.array(Array(repeating: record, count: 100_000))
        #expect(try JSONPath("$[70000].nam").nearest(in: list) == ["$[70000].name"])
        let table = JSONValue.object(JSONObject((0..<30_000).map { ("k\($0)", record) }))
        #expect(try JSONPath("$.k29999.total").nearest(in: table) == ["$.k29999.Total"])
        #expect(try JSONPath("$.unknown").nearest(in: table).isEmpty)
    }

    @Test("take no power of the depth of the document", .timeLimit(.minutes(3)))
    func deep() throws {
        let json = String(repeating: "{\"a\":", count: 120) + "1" + String(repeating: "}", count: 120)
        let path = "$" + String(repeating: ".a", count: 18) + ".b"
        #expect(try JSONPath(path).nearest(in: JSONValue(parsing: Data(json.utf8))).isEmpty)
    }
}
