import CanaryJSON
import CanaryModel
import Testing

@Suite("Functions of JSONPath") struct FunctionTests {
    private static let things = #"["abc", "e\u0301", [1,2], {"a":1}, 12, null, true, "", "😀"]"#

    @Test(
        "count characters, elements, members and what is selected",
        arguments: [
            ("length(@) == 3", ["\"abc\""]), ("length(@) == 2", ["\"e\u{301}\"", "[1,2]"]),
            ("length(@) == 0", ["\"\""]),
            ("length(@) == 1", ["{\"a\":1}", "\"😀\""]), ("length(@) == $.x", ["12", "null", "true"]),
            ("length('ab') == length(@)", ["\"e\u{301}\"", "[1,2]"]), ("length( @.a ) == 1", []),
            ("count(@.*) == 2", ["[1,2]"]), ("count(@..*) > 0", ["[1,2]", "{\"a\":1}"]),
            ("count(@.a) == 1", ["{\"a\":1}"]),
            ("length(value(@..a)) == 1", []), ("value(@.*) == 1", ["{\"a\":1}"]), ("count($[*]) != 9", []),
        ]
    )
    func counts(filter: String, values: [String]) throws {
        #expect(try JSONPath.values("$[?\(filter)]", in: Self.things) == values)
    }

    @Test(
        "match a whole text",
        arguments: [
            ("ab*c", "abbbc", true), ("ab*c", "xabc", false), ("a|ab", "ab", true), ("", "", true),
            ("", "a", false),
            ("a.c", "a\nc", false), ("a.c", "a\rc", false), ("a.c", "a\u{2028}c", true), (".", "😀", true),
            ("..", "e\u{301}", true), ("e.", "e\u{301}", true), ("\u{e9}", "e\u{301}", false),
            (".", "\r\n", false),
            ("[a-c]+", "abcd", false), ("[^a-c]+", "xyz", true), ("[-a]", "-", true), ("[a-]", "-", true),
            ("[.*]", "x", false), (#"\."#, "x", false), (#"\n\t\r"#, "\n\t\r", true), ("[&&]", "&", true),
            ("a{2}", "aa", true), ("a{2,}", "aaaa", true), ("a{2,3}", "aaaa", false),
            ("(ab|c)+", "abcab", true),
            (#"\p{Lu}\p{Ll}+"#, "Éa", true), (#"\P{L}"#, "1", true), (#"[\p{Nd}x]+"#, "1x2", true),
            ("(a*)*", "aa", true),
            ("^a$", "a", true), ("a^", "a", false), ("a$", "a\n", false), ("(?i)a", "A", false),
            ("a b", "a b", true),
            ("x|", "", true), ("[\\]\\[]+", "[]", true), ("#a", "#a", true),
            ("[\u{1f600}-\u{1f64f}]", "😀", true),
        ]
    )
    func match(pattern: String, text: String, isMatch: Bool) throws {
        let document = JSONValue.array([.object(["text": .string(text), "pattern": .string(pattern)])])
        #expect(try JSONPath("$[?match(@.text, @.pattern)]").nodes(in: document).isEmpty != isMatch)
    }

    @Test(
        "find a part of a text",
        arguments: [
            ("b+", "abbc", true), ("^b", "ab", false), ("^a", "ab", true), ("b$", "ab", true),
            ("b$", "ab\n", false),
            ("", "ab", true), (".", "\r\n", false), ("c|b", "ab", true), ("\n", "\r\n", true),
            ("\u{301}", "e\u{301}", true),
        ]
    )
    func search(pattern: String, text: String, isFound: Bool) throws {
        let document = JSONValue.array([.object(["text": .string(text), "pattern": .string(pattern)])])
        #expect(try JSONPath("$[?search(@.text, @.pattern)]").nodes(in: document).isEmpty != isFound)
    }

    @Test(
        "find nothing by a pattern that is not I-Regexp",
        arguments: [
            "(", ")", "a)", "[", "[]", "[^]", "[b-a]", "[a-b-c]", "[a--]", "[[:alpha:]]", "*", "a**", "a+?",
            "a{", "a{,2}",
            "a{3,2}", "a{x}", "}", "]", #"\d"#, #"\w"#, #"\b"#, #"\u0061"#, #"\"#, #"\p{Greek}"#, #"\p{Cs}"#,
            #"\pL"#,
            #"\p{L"#, "(?:a)", #"(a)\1"#, "a{99999999999999999999}", "(a{1000}){1000}", "^*",
            String(repeating: "(", count: 5_000) + String(repeating: ")", count: 5_000),
        ]
    )
    func badPatterns(pattern: String) throws {
        let document = JSONValue.array([.string("a"), .string(pattern), .string("")])
        let pattern = JSONValue.string(pattern).written
        #expect(try JSONPath("$[?search(@, \(pattern))]").nodes(in: document).isEmpty)
        #expect(try JSONPath("$[?!match(@, \(pattern))]").nodes(in: document).count == 3)
    }

    @Test(
        "match nothing that is not a string",
        arguments: ["match(@, 'a')", "search(@, @)", "search('a', @)"]
    )
    func notStrings(filter: String) throws {
        #expect(try JSONPath.nodes("$[?\(filter)]", in: "[1, null, true, [\"a\"], {\"a\":\"a\"}]").isEmpty)
    }
}
