extension JSON5Parser {
    /// Whether a number begins at the index.
    var startsNumber: Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    /// Reads a value without quotes or brackets: a number, or a word such as `true`.
    ///
    /// Anything else is noted and skipped up to the next comma, bracket, quote or white space.
    mutating func bareValue() throws(GivenUp) -> JSON5Node.Value {
        let start = index
        skipBareText()
        switch bytes[start..<index].first {
        case nil:
            if isAtEnd { throw giveUp(at: start, "expected a value, got the end of the file") }
            note(at: start, "expected a value, got \(found)")
            isAfterInvalid = true
            return .invalid
        case _?:
            let text = source.text(start..<index)
            if let value = Self.constant(text) ?? Self.number(text) { return value }
            noteBare(text, at: start)
            isAfterInvalid = true
            return .invalid
        }
    }

    private mutating func skipBareText() {
        while !isAtEnd {
            switch byte {
            case 0...0x20, UInt8(ascii: ","), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["),
                UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ";"):
                return
            case UInt8(ascii: "/") where index + 1 < bytes.count:
                if bytes[index + 1] == UInt8(ascii: "/") || bytes[index + 1] == UInt8(ascii: "*") { return }
                index += 1
            case 0xC2, 0xE1, 0xE2, 0xE3, 0xEF:
                let scalar = scalar(at: index)
                if scalar.properties.isWhitespace || scalar == "\u{FEFF}" { return }
                index += UTF8.width(scalar)
            default:
                index += 1
            }
        }
    }

    /// Skips the rest of a line after a value without quotes: the words of a sentence, as a rule.
    mutating func skipRestOfInvalid() {
        while !isAtEnd, !isAtLineEnd, byte != UInt8(ascii: ","), byte != UInt8(ascii: "}"),
            byte != UInt8(ascii: "]")
        {
            let isSpace = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
            let start = index
            if isSpace { index += 1 } else { skipBareText() }
            if index == start { return }
        }
    }

    private mutating func noteBare(_ text: String, at start: Int) {
        let word = TerminalText.quoted(text, limit: 30)
        if let near = Suggestion.nearest(to: text, in: ["true", "false", "null"]) {
            note(at: start, "unknown word \(word)", suggestion: "did you mean '\(near)'?")
        } else {
            note(at: start, "\(word) is not a value", suggestion: "put a string in quotes")
        }
    }

    private static func constant(_ text: String) -> JSON5Node.Value? {
        switch text {
        case "true": .bool(true)
        case "false": .bool(false)
        case "null": .null
        case "Infinity", "+Infinity": .number(.infinity)
        case "-Infinity": .number(-.infinity)
        case "NaN", "+NaN", "-NaN": .number(.nan)
        default: nil
        }
    }

    /// The number that a text is by the grammar, which has no leading zeros and no octal numbers.
    private static func number(_ text: String) -> JSON5Node.Value? {
        var rest = Substring(text).utf8
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        let unsigned = String(Substring(rest))
        guard isHexadecimal(rest) || isDecimal(rest), let value = Double(padded(unsigned)) else { return nil }
        return .number(isNegative ? -value : value)
    }

    private static func isHexadecimal(_ text: Substring.UTF8View) -> Bool {
        guard text.starts(with: "0x".utf8) || text.starts(with: "0X".utf8), text.count > 2 else {
            return false
        }
        return text.dropFirst(2).allSatisfy { Character(Unicode.Scalar($0)).isHexDigit }
    }

    private static func isDecimal(_ text: Substring.UTF8View) -> Bool {
        let isDigit = { (byte: UInt8) in (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
        let whole = text.prefix(while: isDigit)
        var rest = text.dropFirst(whole.count)
        if whole.count > 1 && whole.first == UInt8(ascii: "0") { return false }
        var fraction = rest.prefix(0)
        if rest.first == UInt8(ascii: ".") {
            fraction = rest.dropFirst().prefix(while: isDigit)
            rest = rest.dropFirst(1 + fraction.count)
        }
        guard !whole.isEmpty || !fraction.isEmpty else { return false }
        guard let mark = rest.first else { return true }
        guard mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") else { return false }
        rest = rest.dropFirst()
        if rest.first == UInt8(ascii: "+") || rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        return !rest.isEmpty && rest.allSatisfy(isDigit)
    }

    /// A number of the grammar as Swift reads one: with digits on both sides of the point.
    private static func padded(_ text: String) -> String {
        guard let point = text.firstIndex(of: ".") else { return text }
        let before = text[..<point]
        let after = text[text.index(after: point)...]
        let needsZero = !(after.first?.isNumber ?? false)
        return (before.isEmpty ? "0" : before) + "." + (needsZero ? "0" : "") + after
    }
}
