import Testing

@testable import FlowFile

/// What the public test cases for JSON5 (json5-tests, and those of the reference implementation)
/// hold to be invalid, written anew, and what a reader of flow files refuses beyond.
@Suite("JSON5, invalid documents") struct JSON5InvalidTests {
    @Test(
        "are told with the place of the mistake",
        arguments: [
            // Arrays and objects.
            ("[\n    ,null\n]", "2:5 expected a value, got ','"),
            ("[\n    ,\n]", "2:5 expected a value, got ','"),
            ("[1,,2]", "1:4 expected a value, got ','"),
            ("[\n    true\n    false\n]", "3:5 a ',' is missing before 'f'"),
            ("{\n    ,\"foo\": \"bar\"\n}", "2:5 expected a key, got ','"),
            ("{\n    ,\n}", "2:5 expected a key, got ','"),
            ("{\n    \"foo\": \"bar\"\n    \"hello\": \"world\"\n}", "3:5 a ',' is missing before '\"'"),
            ("{\n    10twenty: \"ten twenty\"\n}", "2:5 the key '10twenty' needs quotes"),
            ("{\n    multi-word: \"multi-word\"\n}", "2:5 the key 'multi-word' needs quotes"),
            ("{\n    \"a\": true,\n    \"a\": false\n}\n", "3:5 duplicate key 'a', first given at 2:5"),
            ("{a: 1, \\u0061: 2}", "1:8 duplicate key 'a', first given at 1:2"),
            ("{!:1}", "1:2 expected a key, got '!'"),
            ("{a!1}", "1:3 expected ':' after the key 'a', got '!'"),
            ("{a:1 !}", "1:6 expected ',' or '}', got '!'"),
            ("[1 !]", "1:4 expected ',' or ']', got '!'"),
            ("{a = 1}", "1:4 expected ':' after the key 'a', got '='"),
            ("{a: 1; b: 2}", "1:6 expected ',' or '}', got ';'"),
            ("{a}", "1:2 the key 'a' has no value"),
            ("{a:}", "1:4 expected a value, got '}'"),
            ("{a:,b:1}", "1:4 expected a value, got ','"),
            ("{", "1:2 expected '}' to close the '{' of 1:1, got the end of the file"),
            ("{a", "1:3 expected ':' after the key 'a', got the end of the file"),
            ("{a:", "1:4 expected a value, got the end of the file"),
            ("{a:1", "1:5 expected '}' to close the '{' of 1:1, got the end of the file"),
            ("[", "1:2 expected ']' to close the '[' of 1:1, got the end of the file"),
            ("[1", "1:3 expected ']' to close the '[' of 1:1, got the end of the file"),
            ("[1,", "1:4 expected ']' to close the '[' of 1:1, got the end of the file"),
            ("{a: [1}\n", "1:7 expected ']' to close the '[' of 1:5, got '}'"),
            ("[{]", "1:3 expected '}' to close the '{' of 1:2, got ']'"),
            ("]", "1:1 expected a value, got ']'"),
            // Comments.
            ("", "1:1 the file holds no value"),
            ("//a", "1:4 the file holds no value"),
            ("/*\n this should fail\n*/", "3:3 the file holds no value"),
            ("/a", "1:1 unexpected '/'"),
            ("/*", "1:1 this comment is never closed"),
            ("/**", "1:1 this comment is never closed"),
            ("/*/", "1:1 this comment is never closed"),
            ("true\n/*\n never closed", "2:1 this comment is never closed"),
            ("{ # a comment\n}", "1:3 expected a key, got '#'"),
            // Words and numbers.
            ("a", "1:1 'a' is not a value"),
            ("tru", "1:1 unknown word 'tru'"),
            ("tru!", "1:1 unknown word 'tru!'"),
            ("undefined", "1:1 'undefined' is not a value"),
            ("{a: smoke}", "1:5 'smoke' is not a value"),
            ("{a: 10s}", "1:5 '10s' is not a value"),
            ("{a:1!}", "1:4 '1!' is not a value"),
            ("-a", "1:1 '-a' is not a value"),
            (".a", "1:1 '.a' is not a value"),
            ("1ea", "1:1 '1ea' is not a value"),
            ("1e-a", "1:1 '1e-a' is not a value"),
            ("0xg", "1:1 '0xg' is not a value"),
            ("0x\n", "1:1 '0x' is not a value"),
            ("1e2.3", "1:1 '1e2.3' is not a value"),
            ("1e0x4", "1:1 '1e0x4' is not a value"),
            ("1e-2.3", "1:1 '1e-2.3' is not a value"),
            ("1e-0x4", "1:1 '1e-0x4' is not a value"),
            ("1e+2.3", "1:1 '1e+2.3' is not a value"),
            ("1e+0x4", "1:1 '1e+0x4' is not a value"),
            ("0x1.8p1", "1:1 '0x1.8p1' is not a value"),
            (".", "1:1 '.' is not a value"),
            (".e1", "1:1 '.e1' is not a value"),
            ("-", "1:1 '-' is not a value"),
            ("--1", "1:1 '--1' is not a value"),
            ("+-1", "1:1 '+-1' is not a value"),
            ("- 1", "1:1 '-' is not a value"),
            ("1_000", "1:1 '1_000' is not a value"),
            ("-098", "1:1 '-098' is not a value"),
            ("-0123", "1:1 '-0123' is not a value"),
            ("-00", "1:1 '-00' is not a value"),
            ("0780", "1:1 '0780' is not a value"),
            ("080", "1:1 '080' is not a value"),
            ("010", "1:1 '010' is not a value"),
            ("+098", "1:1 '+098' is not a value"),
            ("+0123", "1:1 '+0123' is not a value"),
            ("+00", "1:1 '+00' is not a value"),
            ("00", "1:1 '00' is not a value"),
            ("1 2", "1:3 the file goes on with '2' after the end of its value"),
            ("{} // and\n{}", "2:1 the file goes on with '{' after the end of its value"),
            ("\u{1}", "1:1 expected a value, got '\\u{1}'"),
            ("\0", "1:1 expected a value, got '\\u{0}'"),
            // Keys.
            ("{\\a:1}", "1:2 a key without quotes can hold no escape but \\uXXXX"),
            ("{\\u0021:1}", "1:2 the character '!' cannot stand in a key without quotes"),
            ("{a\\a:1}", "1:3 a key without quotes can hold no escape but \\uXXXX"),
            ("{a\\u0021:1}", "1:3 the character '!' cannot stand in a key without quotes"),
            ("{\\u0031:1}", "1:2 the character '1' cannot stand in a key without quotes"),
            ("{a\\u00:1}", "1:3 \\u takes four hexadecimal digits"),
            // Strings.
            ("\"", "1:1 this string is not closed before its line ends"),
            ("'a", "1:1 this string is not closed before its line ends"),
            ("'a\"", "1:1 this string is not closed before its line ends"),
            ("\"\n\"", "1:1 this string is not closed before its line ends"),
            ("  \"foo\nbar\"\n", "1:3 this string is not closed before its line ends"),
            ("\"\\", "1:1 this string is not closed before its line ends"),
            ("\"\\xg\"", "1:2 \\x takes two hexadecimal digits"),
            ("\"\\x0g\"", "1:2 \\x takes two hexadecimal digits"),
            ("'é\\01'", "1:3 there are no octal escapes"),
            ("'\\1'", "1:2 there are no octal escapes"),
            ("'\\9'", "1:2 there are no octal escapes"),
        ]
    )
    func mistakes(text: String, told: String) {
        let source = source(text)
        #expect(JSON5Document(source).told(in: source).first == told)
    }

    @Test(
        "include half a surrogate pair",
        arguments: ["\\uD83D", "\\uD83Dx", "\\uDE00", "\\uD83D\\n", "\\uD83D\\u0041", "\\u000g", "\\u12"]
    )
    func surrogates(escape: String) {
        let source = source("'a\(escape)'")
        let told = "1:3 \\u takes four hexadecimal digits, or two such escapes for a surrogate pair"
        #expect(JSON5Document(source).told(in: source).first == told)
    }

    @Test("are told with every mistake whose meaning is plain")
    func recovery() {
        let source = source(
            """
            {
              name: login
              title = 'a',
              tags: ['\\q\\1', tru],
              my-key: 1
              steps: [ { a: 1, a: 2 } { b: 0x } ],,
            }
            """
        )
        #expect(
            JSON5Document(source).told(in: source) == [
                "2:9 'login' is not a value",
                "3:9 expected ':' after the key 'title', got '='",
                "4:13 there are no octal escapes",
                "4:18 unknown word 'tru'",
                "5:3 the key 'my-key' needs quotes",
                "6:3 a ',' is missing before 's'",
                "6:20 duplicate key 'a', first given at 6:14",
                "6:27 a ',' is missing before '{'",
                "6:32 '0x' is not a value",
                "6:39 expected a key, got ','",
            ]
        )
    }

    @Test("are told once for a sentence without quotes")
    func sentences() {
        let source = source("{ name: Sign in // here\n  title: See the, dashboard: 1, a: #b c\n }")
        let told = ["1:9 'Sign' is not a value", "2:10 'See' is not a value", "2:36 '#b' is not a value"]
        #expect(JSON5Document(source).told(in: source) == told)
    }

    @Test("are told once where what follows would be a guess")
    func givenUp() {
        let source = source("{ a: 'one,\n b: 2,\n c: tru }")
        let document = JSON5Document(source)
        #expect(document.root == nil)
        #expect(document.told(in: source) == ["1:6 this string is not closed before its line ends"])
    }

    @Test("may be nested a hundred levels, and no more")
    func depth() {
        let nested = { (depth: Int) in
            String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        }
        #expect(JSON5Document(source(nested(100))).errors == [])
        let deep = source(nested(100_000))
        #expect(JSON5Document(deep).told(in: deep) == ["1:101 values are nested more than 100 levels deep"])
    }
}
