import CanaryModel
import Testing

@Suite("Text pattern") struct TextPatternTests {
    @Test("normalises white space", arguments: ["Log in", " Log  in ", "Log\n\tin", "Log\u{A0}in"])
    func whitespace(text: String) {
        #expect(TextPattern(text).text == "Log in")
    }

    @Test(
        "is whole and exact where it was written in quotes, else a part",
        arguments: [
            ("Log in", "Log in", false), ("\"Log in\"", "Log in", true), ("'Log in'", "Log in", true),
            (" \" Log  in \" ", "Log in", true), ("\"Log in", "\"Log in", false),
            ("Log \"in\"", "Log \"in\"", false),
            ("\"a\" and \"b\"", "\"a\" and \"b\"", false), ("\"say \\\"hi\\\"\"", "say \"hi\"", true),
            ("'it''s'", "'it''s'", false), ("\"it's\"", "it's", true), ("\"\"", "", true),
            ("\"", "\"", false),
            ("", "", false),
        ]
    )
    func written(text: String, expected: String, isExact: Bool) {
        let pattern = TextPattern(written: text)
        #expect(pattern.text == expected)
        #expect(pattern.isExact == isExact)
    }
}
