import Testing

@testable import CanaryReport

@Suite("Printable text") struct StringPrintableTests {
    @Test(
        "what a terminal would act on is written out",
        arguments: [
            ("plain text", "plain text"), ("", ""), ("a\nb\r\nc\td", "a\\nb\\r\\nc\\td"),
            ("\u{1B}[31mred\u{1B}]0;title\u{7}", "\\u{1B}[31mred\\u{1B}]0;title\\u{7}"),
            ("\u{9B}2J", "\\u{9B}2J"), ("a\u{202E}b\u{2066}c", "a\\u{202E}b\\u{2066}c"), ("\u{0}", "\\u{0}"),
            ("\u{7F}", "\\u{7F}"), ("a\u{2028}b", "a\\u{2028}b"), ("zero\u{200B}width", "zero\\u{200B}width"),
            ("\u{FEFF}bom", "\\u{FEFF}bom"), ("soft\u{AD}hyphen", "soft\\u{AD}hyphen"),
            ("\u{E000}private", "\\u{E000}private"), ("\u{FFFF}", "\\u{FFFF}"),
            ("Grüße 日本 🐤 é", "Grüße 日本 🐤 é"), ("👩‍💻", "👩‍💻"),
        ]
    )
    func printable(text: String, expected: String) {
        #expect(text.printable == expected)
    }

    @Test("no scalar that is left is a control or a format character, save the joiners")
    func everyScalar() {
        let all = (0...0x10FFFF).compactMap { Unicode.Scalar(UInt32($0)) }
        for scalar in all where String(scalar).printable == String(scalar) {
            let category = scalar.properties.generalCategory
            let isJoiner = scalar == "\u{200C}" || scalar == "\u{200D}"
            if !isJoiner && [.control, .format, .lineSeparator, .paragraphSeparator].contains(category) {
                Issue.record("U+\(String(scalar.value, radix: 16)) is left")
            }
        }
    }

    @Test("a text is cut by scalars, whatever its characters are made of")
    func cut() {
        #expect("abcdef".printable(upTo: 6) == "abcdef")
        #expect("abcdef".printable(upTo: 4) == "abc…")
        #expect(
            ("a" + String(repeating: "\u{301}", count: 1000)).printable(upTo: 10).unicodeScalars.count == 10
        )
    }
}
