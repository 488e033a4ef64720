import CanaryModel
import Testing

@testable import FlowFile

/// What the public test cases for JSON5 (json5-tests, and those of the reference implementation)
/// hold to be valid, written anew.
@Suite("JSON5, valid documents") struct JSON5ValidTests {
    private static let containers: [(String, JSONValue)] = [
        ("[]", .array([])),
        ("[1]", .array([.number(1)])),
        ("[1,[2,3]]", .array([.number(1), .array([.number(2), .number(3)])])),
        ("[\n  true,\n  false,\n  null\n]", .array([.bool(true), .bool(false), .null])),
        ("[\n  null,\n]", .array([.null])),
        ("{}", .object([:])),
        ("{\"a\":1}", .object(["a": .number(1)])),
        ("{'a': \"b\"}", .object(["a": .string("b")])),
        ("{a:{b:2}}", .object(["a": .object(["b": .number(2)])])),
        ("{ \"foo\": \"bar\", }", .object(["foo": .string("bar")])),
        ("{'':1}", .object(["": .number(1)])),
    ]

    private static let keys: [(String, JSONValue)] = [
        ("{while: true, null: 1}", .object(["while": .bool(true), "null": .number(1)])),
        (
            "{hello:1,_:2,$:3,one1:4,_$_:5,$_$hello123world_$_:6}",
            .object([
                "hello": .number(1), "_": .number(2), "$": .number(3), "one1": .number(4), "_$_": .number(5),
                "$_$hello123world_$_": .number(6),
            ])
        ),
        ("{$_:1,_$:2,a\u{200C}:3}", .object(["$_": .number(1), "_$": .number(2), "a\u{200C}": .number(3)])),
        ("{ùńîċõďë:9}", .object(["ùńîċõďë": .number(9)])),
        ("{\\u0061\\u0062:1,\\u0024\\u005F:2}", .object(["ab": .number(1), "$_": .number(2)])),
        ("{sig\\u03A3ma: 'the sum'}", .object(["sigΣma": .string("the sum")])),
        ("{日本語: 1, Ⅷ: 2}", .object(["日本語": .number(1), "Ⅷ": .number(2)])),
    ]

    private static let comments: [(String, JSONValue)] = [
        ("[ false /* true */ ]", .array([.bool(false)])),
        ("null\n/* what comes\n after */", .null),
        ("/* what comes\n before */null", .null),
        ("/**\n * asterisks\n **/\ntrue", .bool(true)),
        ("[\n false // true\n]", .array([.bool(false)])),
        ("null // the end", .null),
        ("// the beginning\nnull", .null),
        ("\"no /* comment */ here\"", .string("no /* comment */ here")),
        ("'nor // here'", .string("nor // here")),
        ("{//comment\r}", .object([:])),
        ("{//comment\r\n}", .object([:])),
        ("{//comment\u{2028}}", .object([:])),
        ("{/*comment\n** */}", .object([:])),
        ("1//", .number(1)),
    ]

    private static let strings: [(String, JSONValue)] = [
        ("'abc'", .string("abc")),
        ("\"\"", .string("")),
        ("['\"',\"'\"]", .array([.string("\""), .string("'")])),
        ("'I can\\'t wait'", .string("I can't wait")),
        ("'hello\\\n world'", .string("hello world")),
        ("'line 1 \\\rline 2'", .string("line 1 line 2")),
        ("'line 1 \\\r\nline 2'", .string("line 1 line 2")),
        ("'a\\\u{2028}b\\\u{2029}c'", .string("abc")),
        ("'\\b\\f\\n\\r\\t\\v\\0'", .string("\u{8}\u{C}\n\r\t\u{B}\0")),
        ("'\\x0f\\u01fF\\a\\'\\\"\\/\\\\'", .string("\u{F}\u{1FF}a'\"/\\")),
        ("'\\uD83D\\uDE00 \\ud83d\\ude00'", .string("😀 😀")),
        ("'\\é\\😀'", .string("é😀")),
        ("'\u{2028}\u{2029}'", .string("\u{2028}\u{2029}")),
        ("'\u{1}\u{1F}\t'", .string("\u{1}\u{1F}\t")),
        ("'日本語 👩‍👩‍👧'", .string("日本語 👩‍👩‍👧")),
        ("'\\\n'", .string("")),
    ]

    private static let spaces: [(String, JSONValue)] = [
        ("{\t\u{B}\u{C} \u{A0}\u{FEFF}\n\r\u{2028}\u{2029}\u{2003}}", .object([:])),
        ("\u{FEFF}[1]", .array([.number(1)])),
        ("\u{3000}\u{1680}\u{202F}\u{205F}1\u{2000}\u{200A}", .number(1)),
        ("{\n \u{C} // a form feed\n 'a': true\n}\n", .object(["a": .bool(true)])),
    ]

    @Test(
        "have the value that the specification gives them",
        arguments: containers + keys + comments + strings + spaces
    )
    func values(text: String, expected: JSONValue) {
        let document = JSON5Document(source(text))
        #expect(document.errors == [])
        #expect(document.root?.json == expected)
    }

    @Test(
        "hold numbers in every form",
        arguments: [
            (".5", 0.5), ("0.5", 0.5), ("5.", 5), ("5.e4", 50000), ("1.2e3", 1200), ("1.2", 1.2),
            ("0xc8", 200),
            ("0XC8", 200), ("0xc8e4", 51428), ("2e23", 2e23), ("2e-23", 2e-23), ("5e-0", 5), ("1e+2", 100),
            ("5e+0", 5), ("5e0", 5), ("15", 15), ("-.5", -0.5), ("-0.5", -0.5), ("-5.", -5), ("-1.2", -1.2),
            ("-0xC8", -200), ("-15", -15), ("+.5", 0.5), ("+0.5", 0.5), ("+5.", 5), ("+1.2", 1.2),
            ("+0xC8", 200), ("+15", 15), ("0", 0), ("0.", 0), (".0", 0), ("0.0", 0), ("0x0", 0), ("0e23", 0),
            ("0e0", 0), ("+0", 0), ("+0.", 0), ("+.0", 0), ("+0x0", 0), ("1e01", 10), ("1.e0", 1),
            ("+1.23e100", 1.23e100), ("-0x0123456789abcdefABCDEF", -1_375_488_932_539_311_409_843_695.0),
            ("0xDEADbeef", 3_735_928_559), ("1E5", 1e5), ("9007199254740993", 9_007_199_254_740_992),
            ("Infinity", .infinity), ("+Infinity", .infinity), ("-Infinity", -.infinity),
            ("1e999", .infinity),
        ]
    )
    func numbers(text: String, expected: Double) {
        let document = JSON5Document(source(text + "\n"))
        #expect(document.errors == [])
        guard case .number(let number)? = document.root?.value else {
            Issue.record("\(text) is not a number")
            return
        }
        #expect(number == expected)
    }

    @Test("keep the sign of a zero", arguments: ["-0", "-0.", "-.0", "-0.0", "-0x0", "-0e5"])
    func negativeZero(text: String) throws {
        guard case .number(let number)? = JSON5Document(source(text)).root?.value else {
            Issue.record("\(text) is not a number")
            return
        }
        #expect(number.isZero && number.sign == .minus)
    }

    @Test("hold what is not a number", arguments: ["NaN", "+NaN", "-NaN"])
    func notANumber(text: String) {
        guard case .number(let number)? = JSON5Document(source(text)).root?.value else {
            Issue.record("\(text) is not a number")
            return
        }
        #expect(number.isNaN)
    }

    @Test("may be the example of the specification")
    func example() {
        let text = """
            {
                foo: 'bar',
                while: true,

                this: 'is a \\
            multi-line string',

                // this is an inline comment
                here: 'is another', // inline comment

                /* this is a block comment
                   that continues on another line */

                hex: 0xDEADbeef,
                half: .5,
                delta: +10,
                to: Infinity,   // and beyond!

                finally: 'a trailing comma',
                oh: [
                    "we shouldn't forget",
                    'arrays can have',
                    'trailing commas too',
                ],
            }
            """
        let expected: JSONObject = [
            "foo": .string("bar"), "while": .bool(true), "this": .string("is a multi-line string"),
            "here": .string("is another"), "hex": .number(0xDEAD_BEEF), "half": .number(0.5),
            "delta": .number(10), "to": .string("inf"), "finally": .string("a trailing comma"),
            "oh": .array([
                .string("we shouldn't forget"), .string("arrays can have"), .string("trailing commas too"),
            ]),
        ]
        #expect(JSON5Document(source(text)).root?.json == .object(expected))
    }

    @Test("keep the order and the places of keys and values")
    func places() {
        let source = source("{ b: 1,\n  'a' : [ 2 ] }")
        guard case .object(let members)? = JSON5Document(source).root?.value else {
            Issue.record("no object")
            return
        }
        #expect(members.map(\.key) == ["b", "a"])
        #expect(members.map { source.place(at: $0.keyRange.lowerBound) } == ["1:3", "2:3"])
        #expect(members.map { source.text($0.value.range) } == ["1", "[ 2 ]"])
    }
}
