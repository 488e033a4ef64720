import CanaryModel
import Foundation
import Testing

@Suite("JSON that is read") struct JSONParsingTests {
    @Test(
        "keeps the digits of numbers, the order of members and every character",
        arguments: [
            #"{"b":1,"a":[true,false,null,{}],"":[]}"#,
            "[0,-0,29.99,1.10,1E+2,9007199254740993,123456789012345678901]",
            #""é \" \\ \/ 👍🏽""#, #"["\u0041\n\t\b\f\r","\ud83d\ude00","\u0000"]"#, " \t\r\n1 ",
        ]
    )
    func whole(text: String) throws {
        let value = try JSONValue(parsing: Data(text.utf8))
        // What is written is read as the same value, and digits stay.
        #expect(try JSONValue(parsing: Data(value.written.utf8)) == value)
        #expect(try JSONValue(parsing: Data(value.writtenInLines.utf8)) == value)
        if !text.contains("\\") && !text.hasPrefix(" ") { #expect(value.written == text) }
    }

    @Test(
        "of what is the same key the last one counts, at the place of the first; a lone half becomes U+FFFD"
    )
    func odd() throws {
        let value = try JSONValue(parsing: Data("\u{feff}{\"a\":1,\"b\":2,\"a\":3,\"c\":\"\\ud800x\"}".utf8))
        #expect(value.written == "{\"a\":3,\"b\":2,\"c\":\"\u{fffd}x\"}")
        #expect(try JSONValue(parsing: Data("{\"\u{e9}\":1,\"e\u{301}\":2}".utf8)).written.utf8.count == 16)
    }

    @Test(
        "with a mistake is refused with its place",
        arguments: [
            ("", "line 1, column 1: it is empty"),
            ("<html>", "line 1, column 1: '<' where a value should stand"),
            ("{\n \"a\": tru }", "line 2, column 7: 't' where a value should stand"),
            ("[1,]", "line 1, column 4: ']' where a value should stand"),
            ("{\"é\" 1}", "line 1, column 6: '1' where ':' should stand"),
            ("{a:1}", "line 1, column 2: 'a' where a key in quotes should stand"),
            ("[1 2]", "line 1, column 4: '2' where ',' or ']' should stand"),
            ("{\"a\":1 ", "line 1, column 8: the end where ',' or '}' should stand"),
            ("1 2", "line 1, column 3: there is more after the value"),
            ("01", "line 1, column 2: there is more after the value"),
            ("1.", "line 1, column 3: the end where a digit should stand"),
            ("-x", "line 1, column 2: 'x' where a digit should stand"),
            ("\"ab", "line 1, column 1: a string without its closing quote"),
            ("\"a\nb\"", "line 1, column 3: a control character in a string, which must be escaped"),
            ("\"\\x\"", "line 1, column 3: 'x' after a backslash"),
            ("\"\\u12g4\"", "line 1, column 4: \\u without four hexadecimal digits"),
            (String(repeating: "[", count: 129), "line 1, column 129: more than 128 values in each other"),
        ]
    )
    func mistakes(text: String, told: String) {
        let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: Data(text.utf8)) }
        #expect(error?.description == told)
    }

    @Test("that is not UTF-8 is refused")
    func notUTF8() {
        let error = #expect(throws: JSONSyntaxError.self) {
            try JSONValue(parsing: Data([0x5b, 0x22, 0xff, 0x22, 0x5d]))
        }
        #expect(error?.description == "line 1, column 2: a string that is not UTF-8")
    }

    @Test("is written in lines for people")
    func lines() throws {
        let value: JSONValue = .object(["a": .array([.number(1), .array([])]), "b": .object([:])])
        #expect(value.writtenInLines == "{\n  \"a\": [\n    1,\n    []\n  ],\n  \"b\": {}\n}")
    }
}
