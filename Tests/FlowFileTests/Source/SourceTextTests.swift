import Testing

@testable import FlowFile

@Suite("Source text") struct SourceTextTests {
    @Test(
        "counts lines as an editor does, and columns in scalars",
        arguments: [
            ("ab", 0, "1:1"), ("ab", 1, "1:2"), ("ab", 2, "1:3"), ("a\nb", 1, "1:2"), ("a\nb", 2, "2:1"),
            ("a\r\nb", 3, "2:1"), ("a\rb", 2, "2:1"), ("a\n\nb", 2, "2:1"), ("a\n\nb", 3, "3:1"),
            ("", 0, "1:1"),
            ("\u{FEFF}ab", 3, "1:1"), ("\u{FEFF}ab", 4, "1:2"), ("é😀b", 6, "1:3"), ("a\u{2028}b", 4, "1:3"),
            ("\tb", 1, "1:2"), ("a\n", 2, "2:1"),
        ]
    )
    func positions(text: String, offset: Int, place: String) {
        #expect(source(text).place(at: offset) == place)
    }

    @Test("finds columns in a very long line")
    func longLine() {
        let text = source(String(repeating: "é", count: 5_000) + "x")
        for column in [1, 512, 513, 1_024, 4_999, 5_001] {
            #expect(text.place(at: (column - 1) * 2) == "1:\(column)")
        }
    }

    @Test(
        "shows a place under its line",
        arguments: [
            ("one\ntwo\nthree", 5, "two", 1), ("a\tb", 2, "a    b", 5), ("日本b", 6, "日本b", 4),
            ("e\u{301}b", 3, "e\u{301}b", 1), ("👩‍👧b", 11, "👩‍👧b", 4), ("a\u{1B}[31mb", 2, "a\\u{1B}[31mb", 7),
            ("a\u{202E}b", 4, "a\\u{202E}b", 9), ("ab\r\n", 2, "ab", 2), ("\u{FEFF}ab", 4, "ab", 1),
            ("", 0, "", 0),
        ]
    )
    func excerpts(text: String, offset: Int, line: String, indent: Int) {
        let excerpt = SourceExcerpt(source(text), at: offset)
        #expect(excerpt.line == line)
        #expect(excerpt.indent == indent)
    }

    @Test(
        "cuts a long line around the place",
        arguments: [0, 10, 49, 50, 51, 500, 949, 950, 998, 999, 1_000]
    )
    func cuts(column: Int) {
        let digits = (0..<1_000).map { String($0 % 10) }.joined()
        let excerpt = SourceExcerpt(source(digits), at: column)
        let shown = Array(excerpt.line)
        #expect(shown.count <= 102)
        #expect(excerpt.indent <= shown.count)
        if column < 1_000 { #expect(String(shown[excerpt.indent]) == String(column % 10)) }
        #expect(excerpt.line.hasPrefix("…") == (column > 50))
    }

    @Test("cuts no character in halves")
    func cutsBetweenScalars() {
        let text = source(String(repeating: "€", count: 2_000))
        let excerpt = SourceExcerpt(text, at: 3_000)
        #expect(excerpt.line.allSatisfy { $0 == "€" || $0 == "…" })
    }
}
