import CanaryJSON
import CanaryModel
import Testing

@Suite("Paths of selected values") struct NormalizedPathTests {
    @Test(
        "have one form for machines and one for people",
        arguments: [
            ("a", "$['a']", "$.a"), ("a1_B", "$['a1_B']", "$.a1_B"), ("é", "$['é']", "$.é"),
            ("😀", "$['😀']", "$.😀"),
            ("", "$['']", "$['']"), ("1a", "$['1a']", "$['1a']"), ("a b", "$['a b']", "$['a b']"),
            ("a-b", "$['a-b']", "$['a-b']"), ("a.b", "$['a.b']", "$['a.b']"), ("'", #"$['\'']"#, #"$['\'']"#),
            ("\"", "$['\"']", "$['\"']"), ("\\", #"$['\\']"#, #"$['\\']"#), ("/", "$['/']", "$['/']"),
            ("\u{8}\t\n\u{c}\r", #"$['\b\t\n\f\r']"#, #"$['\b\t\n\f\r']"#),
            ("\u{0}\u{b}\u{1f}", #"$['\u0000\u000b\u001f']"#, #"$['\u0000\u000b\u001f']"#),
            ("\u{7f}", "$['\u{7f}']", "$['\u{7f}']"),
        ]
    )
    func names(name: String, path: String, short: String) throws {
        let document = JSONValue.object([name: .null])
        let node = try #require(try JSONPath("$.*").nodes(in: document).first)
        #expect(node.path == path)
        #expect(node.shortPath == short)
        #expect(try JSONPath(node.path).nodes(in: document) == [node])
        #expect(try JSONPath(node.shortPath).nodes(in: document) == [node])
    }

    @Test(
        "count from the beginning of an array",
        arguments: [
            ("$", "$"), ("$.a[-1]", "$['a'][1]"), ("$.a[::-1][?@]", "$['a'][1]['b']"),
            ("$..b", "$['a'][1]['b']"),
        ]
    )
    func indexes(path: String, normalized: String) throws {
        #expect(try JSONPath.nodes(path, in: #"{"a":[0,{"b":1}]}"#).map(\.path) == [normalized])
    }

    @Test("make two values the same only at the same place")
    func same() throws {
        let nodes = try JSONPath.nodes("$[0,0,1]", in: "[5,5]")
        #expect(nodes[0] == nodes[1])
        #expect(nodes[0] != nodes[2])
        #expect(Set(nodes).count == 2)
    }
}
