import CanaryJSON
import CanaryModel
import Testing

@Suite("Selectors of JSONPath") struct SelectorTests {
    private static let shop = """
        {"orders":[{"id":7,"tags":["new","paid"]},{"id":8,"tags":[]},{"id":9}],"a b":1,"":2,"é":3}
        """

    @Test(
        "select members by their names",
        arguments: [
            ("$", 1), ("$.orders", 1), ("$['orders']", 1), ("$[\"a b\"]", 1), ("$['']", 1), ("$.é", 1),
            ("$.none", 0), ("$.orders.id", 0), ("$['orders','none','a b']", 2), ("$['a b', 'a b']", 2),
            ("$['\\u0061 b']", 1), ("$ ['orders'] [0] .id", 1), ("$.\u{65}\u{301}", 0),
        ]
    )
    func names(path: String, count: Int) throws {
        #expect(try JSONPath.nodes(path, in: Self.shop).count == count)
    }

    @Test(
        "select elements by their indexes and in ranges",
        arguments: [
            ("$[0]", ["0"]), ("$[4]", ["4"]), ("$[5]", []), ("$[-1]", ["4"]), ("$[-5]", ["0"]), ("$[-6]", []),
            ("$[1,1,0]", ["1", "1", "0"]), ("$[1:3]", ["1", "2"]), ("$[3:]", ["3", "4"]),
            ("$[:-3]", ["0", "1"]),
            ("$[::2]", ["0", "2", "4"]), ("$[::-2]", ["4", "2", "0"]), ("$[3:0:-1]", ["3", "2", "1"]),
            ("$[0:3:-1]", []), ("$[1:3:0]", []), ("$[-2:99]", ["3", "4"]), ("$[ 1 : 4 : 2 ]", ["1", "3"]),
            ("$[-99:2]", ["0", "1"]), ("$[99:-99:-3]", ["4", "1"]), ("$[2:2]", []), ("$[4:,0]", ["4", "0"]),
        ]
    )
    func elements(path: String, values: [String]) throws {
        #expect(try JSONPath.values(path, in: "[0,1,2,3,4]") == values)
    }

    @Test(
        "take indexes only in arrays and names only in objects",
        arguments: ["$[0]", "$[0:1]", "$[-1]"].map { ($0, #"{"0":1}"#) }
            + [
                ("$['0']", "[1]"), ("$.length", "[1]"), ("$[*]", "\"text\""), ("$..*", "12"),
                ("$[?@]", "true"),
            ]
    )
    func kinds(path: String, json: String) throws {
        #expect(try JSONPath.nodes(path, in: json).isEmpty)
    }

    @Test(
        "select all children, and all that lies below",
        arguments: [
            ("$.orders[*].id", ["7", "8", "9"]), ("$..id", ["7", "8", "9"]),
            ("$.orders[0]..*", ["7", "[\"new\",\"paid\"]", "\"new\"", "\"paid\""]),
            ("$..[0]", ["{\"id\":7,\"tags\":[\"new\",\"paid\"]}", "\"new\""]), ("$..tags[-1:]", ["\"paid\""]),
            ("$..['id','tags'][1]", ["\"paid\""]), ("$.orders[?@.tags]..[*]..x", []), ("$..none", []),
        ]
    )
    func below(path: String, values: [String]) throws {
        #expect(try JSONPath.values(path, in: Self.shop) == values)
    }

    @Test(
        "are read with their escapes",
        arguments: [
            (#"$['\'']"#, "'"), (#"$["\""]"#, "\""), (#"$['"']"#, "\""), (#"$['\\']"#, "\\"),
            (#"$['\/']"#, "/"),
            (#"$['\b\f\n\r\t']"#, "\u{8}\u{c}\n\r\t"), (#"$['\u00e9\u00E9']"#, "éé"),
            (#"$['\uD83D\ude00']"#, "😀"), (#"$['😀']"#, "😀"), (#"$['\u0000']"#, "\u{0}"),
        ]
    )
    func escapes(path: String, name: String) throws {
        let nodes = try JSONPath(path).nodes(in: .object([name: .bool(true), "other": .bool(false)]))
        #expect(nodes.map(\.value) == [.bool(true)])
    }

    @Test(
        "tell whether the path can select one value at most",
        arguments: [
            ("$", true), ("$.a['b'][0][-1]", true), ("$.*", false), ("$..a", false), ("$[0,1]", false),
            ("$[0:1]", false), ("$[?@.a]", false), ("$['a','a']", false),
        ]
    )
    func singular(path: String, isSingular: Bool) throws {
        #expect(try JSONPath(path).isSingular == isSingular)
    }

    @Test("make paths the same where they are written the same, character by character")
    func same() throws {
        #expect(try JSONPath("$.a") == JSONPath("$.a"))
        #expect(try JSONPath("$.a") != JSONPath("$['a']"))
        #expect(try JSONPath("$.\u{e9}") != JSONPath("$.e\u{301}"))
        #expect(try Set([JSONPath("$.a"), JSONPath("$.a")]).count == 1)
        #expect(try JSONPath("$.a").text == "$.a")
    }
}
