import CanaryJSON
import CanaryModel
import Testing

@Suite("Filters of JSONPath") struct FilterTests {
    /// The places, among the elements of an array, that a filter selects.
    private func places(_ filter: String, _ json: String) throws -> [String] {
        try JSONPath.nodes("$[?\(filter)]", in: json).map { String($0.path.dropFirst(2).dropLast()) }
    }

    @Test(
        "compare values of the same kind",
        arguments: [
            ("@ == 1", "0 2"), ("@ != 1", "1 3 4 5 6 7 8 9"), ("@ > 1", "1"), ("@ >= 1", "0 1 2"),
            ("@ < 2", "0 2"),
            ("@ <= 2", "0 1 2"), ("@ == 'b'", "3"), ("@ > 'a'", "3"), ("@ <= 'b'", "3 4"), ("@ == null", "5"),
            ("@ <= null", "5"), ("@ < null", ""), ("@ == true", "6"), ("@ >= true", "6"), ("@ > false", ""),
            ("@ == $[7]", "7 8"), ("@ >= $[7]", "7 8"), ("@ < $[7]", ""), ("1 == @", "0 2"),
            ("@ == \"b\"", "3"),
            ("1 < 2", "0 1 2 3 4 5 6 7 8 9"), ("@==1||@=='b'", "0 2 3"), ("@ == -0", ""),
            ("@ == 10e-1", "0 2"),
        ]
    )
    func comparisons(filter: String, wanted: String) throws {
        let json = #"[1, 2, 1.0, "b", "", null, true, {"a":1,"b":[]}, {"b":[],"a":1.0}, {"a":1}]"#
        #expect(try places(filter, json) == wanted.split(separator: " ").map(String.init))
    }

    @Test(
        "compare numbers exactly",
        arguments: [
            ("@ == 9007199254740993", "1"), ("@ > 9007199254740992", "1 5"), ("@ == 1e2", "2"),
            ("@ == 0.10", "3"),
            ("@ == -0", "4"), ("@ == 0", "4"), ("@ > 1e400", "5"), ("@ == 1E+401", "5"),
            ("@ < 0.10000000000000001", "3 4"),
        ]
    )
    func exactNumbers(filter: String, wanted: String) throws {
        let json = "[9007199254740992, 9007199254740993, 100, 0.1, -0, 1e401]"
        #expect(try places(filter, json) == wanted.split(separator: " ").map(String.init))
    }

    @Test(
        "take a path to nothing for no value: it is the same as another, and not null",
        arguments: [
            ("@.a == @.b", "0 3"), ("@.a != @.b", "1 2"), ("@.a == null", "1"), ("@.a <= @.b", "0 3"),
            ("@.a < @.b", ""), ("$.x == @.b", "0 1 2"), ("value(@.*) == @.a", "0 1 2"),
        ]
    )
    func nothing(filter: String, wanted: String) throws {
        let json = #"[{}, {"a":null}, {"a":1}, {"a":2,"b":2}]"#
        #expect(try places(filter, json) == wanted.split(separator: " ").map(String.init))
    }

    @Test(
        "test whether something is there, whatever it is",
        arguments: [
            ("@.a", "0 1 2"), ("!@.a", "3"), ("@.a.b", "2"), ("@.*", "0 1 2"), ("@..b", "2"), ("@[0]", ""),
            ("@['a','x']", "0 1 2"), ("$[0]", "0 1 2 3"), ("$.x", ""), ("@.a[?@ > 0]", "2"),
            ("! @.a.b", "0 1 3"),
        ]
    )
    func existence(filter: String, wanted: String) throws {
        let json = #"[{"a":null}, {"a":false}, {"a":{"b":1}}, {}]"#
        #expect(try places(filter, json) == wanted.split(separator: " ").map(String.init))
    }

    @Test(
        "join conditions: && binds more than ||, and ! more than both",
        arguments: [
            ("@.a || @.b && @.c", "0 2"), ("(@.a || @.b) && @.c", "2"), ("!@.a && @.b", "1 2"),
            ("!(@.a || @.c)", "1"), ("!(@.a) && !(@.c)", "1"), ("@.a&&@.a||@.c&&@.c", "0 2"),
            ("((@.a))", "0"), ("@.a == 1 && !(@.b == 2) || @.c == 3", "0 2"), ("(\n@.a\t)\r||@.c", "0 2"),
        ]
    )
    func operators(filter: String, wanted: String) throws {
        let json = #"[{"a":1}, {"b":2}, {"b":2,"c":3}]"#
        #expect(try places(filter, json) == wanted.split(separator: " ").map(String.init))
    }

    @Test("select members of objects, too, and stand beside other selectors")
    func objects() throws {
        let json = #"{"x":{"n":1},"y":{"n":2},"z":3}"#
        #expect(try JSONPath.nodes("$[?@.n > 1]", in: json).map(\.shortPath) == ["$.y"])
        #expect(
            try JSONPath.nodes("$[?@.n, 'z', ?@ == 3]", in: json).map(\.shortPath) == [
                "$.x", "$.y", "$.z", "$.z",
            ]
        )
        #expect(try JSONPath.nodes("$..[?@ == 2]", in: json).map(\.shortPath) == ["$.y.n"])
    }

    @Test("take strings for the same only where their characters are")
    func canonicalEquivalence() throws {
        #expect(try places("@ == 'e\u{301}'", "[\"\u{e9}\", \"e\u{301}\"]") == ["1"])
        #expect(try places("@ > '\u{ffff}'", "[\"\u{1f600}\", \"z\"]") == ["0"])
    }
}
