import CanaryJSON
import Testing

@Suite("Mistakes in a JSONPath") struct MistakeTests {
    /// Expects a mistake at a place, with words in its reason.
    private func expect(_ path: String, _ column: Int, _ words: String) {
        let error = #expect(throws: JSONPathError.self) { try JSONPath(path) }
        #expect(error?.column == column, "\(error?.description ?? "read")")
        #expect(error?.reason.contains(words) == true, "\(error?.description ?? "read")")
    }

    @Test(
        "in segments are told with their places",
        arguments: [
            ("", 1, "begins with '$'"), (" $", 1, "begins with '$'"), ("@.a", 1, "begins with '$'"),
            ("$ ", 2, "white space at the end"), ("$.a \n", 4, "white space at the end"),
            ("$a", 2, "'a' where"),
            ("$.", 3, "must follow '.'"), ("$..", 4, "must follow '..'"), ("$.'a'", 3, "in brackets"),
            ("$.1", 3, "begins with a digit"), ("$. a", 3, "white space"), ("$.. a", 4, "white space"),
            ("$...a", 4, "'.' where"), ("$.&", 3, "'&' where"), ("$.a-b", 4, "without brackets and quotes"),
            ("$.é\u{301}\u{302}.&", 5, "'&'"), ("$.a\u{7f}", 4, "U+7F"), ("$\u{a0}.a", 2, "U+A0"),
        ]
    )
    func segments(path: String, column: Int, words: String) { expect(path, column, words) }

    @Test(
        "in brackets are told with their places",
        arguments: [
            ("$[a]", 3, "a name in brackets must stand in quotes"), ("$[]", 3, "nothing between"),
            ("$['a'", 2, "without its ']'"), ("$.b[0", 4, "without its ']'"), ("$[", 2, "without its ']'"),
            ("$['a',]", 7, "']' where"), ("$[,'a']", 3, "',' where"), ("$['a' 'b']", 7, "a quote where"),
            ("$[(0)]", 3, "begins with '?'"), ("$['a", 3, "not closed"), ("$[\"a']", 3, "not closed"),
            ("$['\n']", 4, "control character"), (#"$['\x']"#, 4, "backslash"), (#"$['\"']"#, 4, "backslash"),
            (#"$["\'"]"#, 4, "backslash"), ("$['\\", 4, "backslash"), (#"$['\ud800']"#, 4, "half of"),
            (#"$['\udc00\ud800']"#, 4, "half of"), (#"$['\ud800\u0061']"#, 4, "half of"),
            (#"$['\u12g4']"#, 6, "four"),
            (#"$['\U0061']"#, 4, "backslash"), ("$[01]", 3, "begin with 0"), ("$[-0]", 3, "-0"),
            ("$[-]", 4, "a digit"),
            ("$[1.0]", 4, "'.' where"), ("$[1e1]", 4, "'e' where"), ("$[+1]", 3, "'+' where"),
            ("$[9007199254740992]", 3, "beyond 9007199254740991"),
            ("$[-9007199254740992]", 3, "beyond -9007199254740991"),
            ("$[1:99999999999999999999]", 5, "beyond"), ("$[1:2:01]", 7, "begin with 0"),
            ("$[1:2:3:4]", 8, "':' where"),
        ]
    )
    func brackets(path: String, column: Int, words: String) { expect(path, column, words) }

    @Test(
        "in filters are told with their places",
        arguments: [
            ("$[?]", 4, "']' where"), ("$[?@.a==]", 9, "']' where"), ("$[?1]", 4, "must be compared"),
            ("$[?@.a || true]", 11, "must be compared"), ("$[?@.a = 1]", 8, "write '=='"),
            ("$[?@.a & @.b]", 8, "'&&'"),
            ("$[?@.a | @.b]", 8, "'||'"), ("$[?@.a and @.b]", 8, "an operator"),
            ("$[?!@.a == 1]", 5, "after '!'"),
            ("$[?!!@.a]", 5, "'!' where"), ("$[?(@.a) == 1]", 9, "in parentheses"),
            ("$[?1 == (@.a)]", 9, "'(' where"),
            ("$[?@.* == 1]", 4, "more than one"), ("$[?1 == @..a]", 9, "more than one"),
            ("$[?@[0:1] == 1]", 4, "more than one"),
            ("$[?(@.a]", 8, "')'"), ("$[?(@.a", 4, "without its ')'"), ("$[?@.a", 2, "without its ']'"),
            ("$[?@.a == b]", 11, "'b' is not a value"), ("$[?@.a == True]", 11, "'True' is not a value"),
            ("$[?@.a == 1.]", 13, "a digit"), ("$[?@.a == 1e]", 13, "a digit"),
            ("$[?@.a == 01]", 11, "begin with 0"),
            ("$[?@.a == .5]", 11, "'.' where"), ("$[?@.a == []]", 11, "'[' where"),
            ("$[?@.a > 1 > 2]", 12, "'>' where"),
            ("$[?@.a[b]]", 8, "must stand in quotes"),
        ]
    )
    func filters(path: String, column: Int, words: String) { expect(path, column, words) }

    @Test(
        "in functions are told with their places",
        arguments: [
            ("$[?size(@) > 1]", 4, "no function size()"), ("$[?length (@) > 1]", 10, "must follow length"),
            ("$[?length > 1]", 10, "must follow length"), ("$[?length() > 1]", 4, "one argument, not 0"),
            ("$[?length(@,@) > 1]", 4, "one argument, not 2"), ("$[?match(@.a)]", 4, "two arguments, not 1"),
            ("$[?length(@)]", 4, "must be compared"), ("$[?!count(@.*)]", 5, "must be compared"),
            ("$[?value(@.a)]", 4, "must be compared"), ("$[?match(@,'a') == true]", 4, "true or false"),
            ("$[?1 == search(@,'a')]", 9, "true or false"), ("$[?length(@.*) > 1]", 11, "may select more"),
            ("$[?match(@.a, @..b)]", 15, "may select more"), ("$[?count(1) > 1]", 10, "takes a path"),
            ("$[?count('a') > 1]", 10, "takes a path"), ("$[?value(length(@)) > 1]", 10, "takes a path"),
            ("$[?length(@.a == 1) > 1]", 11, "a condition"), ("$[?length(!@.a) > 1]", 11, "a condition"),
            ("$[?count((@.a)) > 1]", 10, "a condition"), ("$[?length(match(@,'a')) > 1]", 11, "a condition"),
            ("$[?length(@ > 1]", 11, "a condition"), ("$[?length(@", 10, "without its ')'"),
            ("$[?length(@] > 1", 12, "']' where"),
        ]
    )
    func functions(path: String, column: Int, words: String) { expect(path, column, words) }

    @Test("are shown with their column")
    func description() {
        let error = #expect(throws: JSONPathError.self) { try JSONPath("$.orders[first]") }
        #expect(error?.description == "column 10: a name in brackets must stand in quotes")
    }
}
