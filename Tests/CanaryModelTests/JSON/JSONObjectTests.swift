import CanaryModel
import Foundation
import Testing

@Suite("JSON objects") struct JSONObjectTests {
    @Test("are the same whatever the order of their members, and keep it")
    func order() {
        let object: JSONObject = ["b": .number(1), "a": .null]
        #expect(
            object == ["a": .null, "b": .number(1)]
                && object.hashValue == (["a": .null, "b": .number(1)] as JSONObject).hashValue
        )
        #expect(object.keys == ["b", "a"])
        #expect(object != ["b": .number(1)] && object != ["b": .number(1), "a": .bool(false)])
        #expect(object != ["b": .number(1), "c": .null])
    }

    @Test("take, replace and lose members")
    func change() {
        var object: JSONObject = ["a": .number(1), "b": .number(2), "c": .number(3)]
        object["a"] = nil
        object["c"] = .null
        object["d"] = .bool(true)
        object["none"] = nil
        #expect(
            object.keys == ["b", "c", "d"] && object["c"] == .null && object["a"] == nil && object.count == 3
        )
        #expect(object.mapValues { _ in .null } == ["b": .null, "c": .null, "d": .null])
    }

    @Test("are decoded and encoded by Foundation")
    func codable() throws {
        let text = #"{"a":[1,2.5,"x",null,true],"b":{"c":{}}}"#
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        #expect(value.written == text)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == text)
    }
}
