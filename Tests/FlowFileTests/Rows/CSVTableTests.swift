import Testing

@testable import FlowFile

@Suite("A table of comma-separated values") struct CSVTableTests {
    @Test(
        "has a column for each name of its first line, and a row for each other line",
        arguments: [
            ("a,b\n1,2\n3,4\n", [["1", "2"], ["3", "4"]]),
            ("a,b\r\n1,2", [["1", "2"]]),
            ("\u{FEFF}a,b\n\n1,2\n\n", [["1", "2"]]),
            ("a,b\n\"x, \"\"y\"\"\n\",\n", [["x, \"y\"\n", ""]]),
            ("a,b\n,\n", [["", ""]]),
            ("a,b\ne\u{301}, 2 \n", [["e\u{301}", " 2 "]]),
            ("a,b", []),
        ]
    )
    func rows(text: String, rows: [[String]]) throws {
        let table = try CSVTable(text)
        #expect(table.columns == ["a", "b"])
        #expect(table.rows == rows)
    }

    @Test(
        "that is malformed is refused with the line",
        arguments: [
            ("", 1, "it has no columns"), ("\n\n", 1, "it has no columns"),
            ("a,b\n\n1\n", 3, "the line has 1 field, the first has 2"),
            ("a,b\n1,2,3\n", 2, "the line has 3 fields, the first has 2"),
            ("a,b\n\"1\n2", 2, "a quote is not closed"),
            ("a,b\n\"1\"2,3", 2, "something stands behind a closing quote"),
            ("a,a\n1,2", 1, "two columns have the name 'a'"),
        ]
    )
    func malformed(text: String, line: Int, reason: String) {
        #expect(throws: CSVTable.Mistake(line: line, reason: reason)) { try CSVTable(text) }
    }
}
