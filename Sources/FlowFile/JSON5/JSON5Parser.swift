/// Reads [JSON5](https://spec.json5.org) from UTF-8 bytes, one byte at a time.
///
/// It goes on after a mistake whose meaning is plain, so that several can be reported at once, and
/// gives the document up at one after which it would have to guess. Keys given twice are mistakes.
struct JSON5Parser {
    /// Thrown when the document is given up; what was wrong is in `errors` already.
    struct GivenUp: Error {}

    let source: SourceText
    let bytes: [UInt8]
    var index: Int
    var errors: [JSON5SyntaxError] = []
    /// Whether the last value was no value: what does not fit behind it is its doing.
    var isAfterInvalid = false

    private var depth = 0
    /// Flows nest about ten levels; the stack holds far more than this.
    private static let maximumDepth = 100

    init(_ source: SourceText) {
        self.source = source
        bytes = source.bytes
        index = source.textStart
    }

    /// The byte at the index; 0 at the end, which no grammar rule takes.
    var byte: UInt8 { index < bytes.count ? bytes[index] : 0 }
    var isAtEnd: Bool { index >= bytes.count }

    /// Reads the whole text: one value, with white space and comments around it.
    mutating func document() -> JSON5Node? {
        do throws(GivenUp) {
            try skipSpace()
            guard !isAtEnd else { throw giveUp(at: index, "the file holds no value") }
            let root = try value()
            try skipSpace()
            guard isAtEnd || isAfterInvalid else {
                throw giveUp(at: index, "the file goes on with \(found) after the end of its value")
            }
            return root
        } catch {
            return nil
        }
    }

    /// Reads a value; white space before it was skipped.
    mutating func value() throws(GivenUp) -> JSON5Node {
        isAfterInvalid = false
        let start = index
        switch byte {
        case UInt8(ascii: "{"):
            try enter()
            let members = try object()
            return leave(.object(members), from: start)
        case UInt8(ascii: "["):
            try enter()
            let elements = try array()
            return leave(.array(elements), from: start)
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            let string = try string()
            return JSON5Node(value: .string(string), range: start..<index)
        default:
            let value = try bareValue()
            return JSON5Node(value: value, range: start..<index)
        }
    }

    private mutating func enter() throws(GivenUp) {
        depth += 1
        if depth > Self.maximumDepth {
            throw giveUp(at: index, "values are nested more than \(Self.maximumDepth) levels deep")
        }
    }

    private mutating func leave(_ value: JSON5Node.Value, from start: Int) -> JSON5Node {
        depth -= 1
        isAfterInvalid = false
        return JSON5Node(value: value, range: start..<index)
    }
}

// Telling mistakes.
extension JSON5Parser {
    /// Notes a mistake after which reading goes on.
    mutating func note(at offset: Int, _ message: String, suggestion: String? = nil) {
        errors.append(JSON5SyntaxError(offset: offset, message: message, suggestion: suggestion))
    }

    /// Notes a mistake after which anything would be a guess.
    mutating func giveUp(at offset: Int, _ message: String, suggestion: String? = nil) -> GivenUp {
        note(at: offset, message, suggestion: suggestion)
        return GivenUp()
    }

    /// The character at the index, for messages.
    var found: String {
        guard !isAtEnd else { return "the end of the file" }
        let slice = String(decoding: bytes[index..<min(index + 4, bytes.count)], as: UTF8.self)
        return TerminalText.quoted(slice.unicodeScalars.first.map(String.init) ?? "")
    }
}
