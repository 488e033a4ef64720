extension CSSCheck {
    /// Reads what stands without space: `div#a.b[c]:hover`; nothing where something else stands there.
    mutating func compound() throws(Mistake) {
        let start = index
        while let byte = next {
            switch byte {
            case UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "|"):
                if byte == UInt8(ascii: "|"), index + 1 < bytes.count, bytes[index + 1] == byte { return }
                if byte == UInt8(ascii: "*"), index > start, bytes[index - 1] != UInt8(ascii: "|") {
                    throw mistake("a space is missing before '*'")
                }
                index += 1
            case UInt8(ascii: "#"): try hash()
            case UInt8(ascii: "."): try className()
            case UInt8(ascii: "["): try attribute()
            case UInt8(ascii: ":"): try pseudo()
            case UInt8(ascii: "/"): guard try comment() else { return }
            default:
                let name = index
                guard identifier() != nil else { return }
                // The name of an element comes first; after `#a` and the like it would be a part of that name.
                if name > start, let before = bytes[..<name].last,
                    [UInt8(ascii: "]"), UInt8(ascii: ")")].contains(before)
                {
                    throw mistake("a space is missing", at: name)
                }
            }
        }
    }

    private mutating func hash() throws(Mistake) {
        let start = index
        index += 1
        if identifier() != nil { return }
        let rest = bytes[index...].prefix(while: Self.isNamePart)
        if rest.isEmpty { throw mistake("no name follows '#'", at: start) }
        let name = String(decoding: rest, as: UTF8.self)
        throw mistake(
            "a name cannot begin with a digit",
            at: start,
            help: "write id=\(name), or #\\\\3\(name.prefix(1)) \(name.dropFirst())"
        )
    }

    private mutating func className() throws(Mistake) {
        let start = index
        index += 1
        if identifier() != nil { return }
        let isDigit = next.map { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ?? false
        throw mistake(isDigit ? "a name cannot begin with a digit" : "no name follows '.'", at: start)
    }

    /// Reads `[name]`, `[name=value]`, `[name="value" i]`.
    private mutating func attribute() throws(Mistake) {
        let start = index
        index += 1
        try skipSpace()
        try attributeName(from: start)
        try skipSpace()
        if take("]") { return }
        for sign in ["~", "|", "^", "$", "*"] as [Unicode.Scalar] where take(sign) { break }
        guard take("=") else {
            throw unclosed(start) ?? mistake("neither '=' nor ']' follows the attribute")
        }
        try skipSpace()
        try attributeValue(from: start)
    }

    private mutating func attributeName(from start: Int) throws(Mistake) {
        if take("@") {
            let help = "write [name], or an XPath after 'xpath='"
            throw mistake("'@' does not belong into CSS", at: index - 1, help: help)
        }
        _ = take("*")
        _ = take("|")
        guard identifier() != nil else {
            throw unclosed(start) ?? mistake("no name of an attribute follows '['", at: start)
        }
        guard next == UInt8(ascii: "|"), index + 1 < bytes.count, bytes[index + 1] != UInt8(ascii: "=") else {
            return
        }
        index += 1
        guard identifier() != nil else { throw mistake("no name of an attribute follows '|'") }
    }

    private mutating func attributeValue(from start: Int) throws(Mistake) {
        let value = index
        let isQuoted = next == UInt8(ascii: "\"") || next == UInt8(ascii: "'")
        if isQuoted { try string() } else if identifier() == nil { throw unclosed(start) ?? unquoted(value) }
        try skipSpace()
        // Whether upper and lower case count.
        let flag = identifier()?.lowercased()
        try skipSpace()
        guard flag == nil || flag == "i" || flag == "s", take("]") else {
            throw unclosed(start) ?? (isQuoted ? mistake("no ']' follows the value") : unquoted(value))
        }
    }

    private func unquoted(_ value: Int) -> Mistake {
        mistake("this value of an attribute must stand in quotes", at: value, help: "write [name=\"value\"]")
    }

    /// Why a bracket has no end, where there is no `]` at all after it.
    private func unclosed(_ start: Int) -> Mistake? {
        bytes[start...].contains(UInt8(ascii: "]")) ? nil : mistake("'[' without its ']'", at: start)
    }

    /// Reads a string in quotes.
    mutating func string() throws(Mistake) {
        let start = index
        let quote = bytes[start]
        index += 1
        while let byte = next {
            index += 1
            if byte == quote { return }
            if byte == UInt8(ascii: "\\") { index += 1 }
        }
        throw mistake("the quotes are not closed", at: start)
    }

    /// Takes a name, with its escapes; `nil` where none stands here.
    @discardableResult
    mutating func identifier() -> String? {
        let start = index
        var end = index
        if end < bytes.count, bytes[end] == UInt8(ascii: "-") { end += 1 }
        guard end < bytes.count else { return nil }
        let first = bytes[end]
        let isStart = Self.isNamePart(first) && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(first)
        guard isStart || first == UInt8(ascii: "\\") else { return nil }
        while end < bytes.count {
            if bytes[end] == UInt8(ascii: "\\") {
                end = escapeEnd(end)
            } else if Self.isNamePart(bytes[end]) {
                end += 1
            } else {
                break
            }
        }
        index = min(end, bytes.count)
        return String(decoding: bytes[start..<index], as: UTF8.self)
    }

    /// The end of an escape: of one to six hexadecimal digits a space after them belongs to it.
    private func escapeEnd(_ start: Int) -> Int {
        var end = start + 1
        while end < bytes.count, end <= start + 6, Character(Unicode.Scalar(bytes[end])).isHexDigit {
            end += 1
        }
        if end == start + 1 { return end + 1 }
        return end < bytes.count && Self.isSpace(bytes[end]) ? end + 1 : end
    }

    /// Whether a byte can be a part of a name; bytes of letters outside of ASCII are.
    static func isNamePart(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte == UInt8(ascii: "-") || InterpolationParser.isNamePart(byte)
    }
}
