/// A table of comma-separated values (RFC 4180): the first line names the columns.
struct CSVTable {
    /// Why a text is not such a table.
    struct Mistake: Error, Hashable {
        /// The line, from 1.
        let line: Int
        /// What is wrong, in a sentence without its end.
        let reason: String
    }

    /// The names of the columns.
    let columns: [String]
    /// The fields of each line after the first, as many as there are columns.
    let rows: [[String]]

    /// Reads a table; lines without any field are skipped, and a byte order mark.
    init(_ text: String) throws(Mistake) {
        var reader = Reader(text)
        guard let columns = try reader.record() else { throw Mistake(line: 1, reason: "it has no columns") }
        var rows: [[String]] = []
        while let row = try reader.record() {
            guard row.count == columns.count else {
                let counts = "\(row.count) field\(row.count == 1 ? "" : "s"), the first has \(columns.count)"
                throw Mistake(line: reader.lineOfRecord, reason: "the line has \(counts)")
            }
            rows.append(row)
        }
        if let twice = columns.indices.first(where: { columns[..<$0].contains(columns[$0]) }) {
            throw Mistake(line: 1, reason: "two columns have the name '\(columns[twice])'")
        }
        (self.columns, self.rows) = (columns, rows)
    }

    /// Takes the records of a table one by one.
    private struct Reader {
        private var rest: Substring.UnicodeScalarView
        private var line = 1
        private(set) var lineOfRecord = 1

        init(_ text: String) {
            rest = text[...].unicodeScalars
            if rest.first == "\u{FEFF}" { rest.removeFirst() }
        }

        /// The next record; `nil` at the end.
        mutating func record() throws(Mistake) -> [String]? {
            while let first = rest.first, first == "\n" || first == "\r" { take() }
            if rest.isEmpty { return nil }
            lineOfRecord = line
            var fields = [try field()]
            while rest.first == "," {
                take()
                fields.append(try field())
            }
            return fields
        }

        private mutating func field() throws(Mistake) -> String {
            if rest.first == "\"" { return try quoted() }
            let end = rest.firstIndex { $0 == "," || $0 == "\n" || $0 == "\r" } ?? rest.endIndex
            defer { rest = rest[end...] }
            return String(rest[..<end])
        }

        private mutating func quoted() throws(Mistake) -> String {
            let start = line
            take()
            var text = String.UnicodeScalarView()
            while let scalar = rest.first {
                take()
                guard scalar == "\"" else {
                    text.append(scalar)
                    continue
                }
                if rest.first == "\"" {
                    take()
                    text.append("\"")
                } else if let next = rest.first, next != ",", next != "\n", next != "\r" {
                    throw Mistake(line: line, reason: "something stands behind a closing quote")
                } else {
                    return String(text)
                }
            }
            throw Mistake(line: start, reason: "a quote is not closed")
        }

        private mutating func take() {
            if rest.removeFirst() == "\n" { line += 1 }
        }
    }
}
