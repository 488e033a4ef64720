extension JSON5Parser {
    /// Reads a string in either kind of quotes.
    mutating func string() throws(GivenUp) -> String {
        let opening = index
        let quote = byte
        index += 1
        var start = index
        var decoded: [UInt8] = []
        while !isAtEnd {
            switch byte {
            case quote:
                defer { index += 1 }
                if decoded.isEmpty { return source.text(start..<index) }
                decoded += bytes[start..<index]
                return String(decoding: decoded, as: UTF8.self)
            case UInt8(ascii: "\\"):
                decoded += bytes[start..<index]
                try escape(into: &decoded, openedAt: opening)
                start = index
            case 0x0A, 0x0D:
                throw unclosedString(opening)
            default:
                index += 1
            }
        }
        throw unclosedString(opening)
    }

    private mutating func unclosedString(_ opening: Int) -> GivenUp {
        giveUp(at: opening, "this string is not closed before its line ends")
    }

    /// Reads an escape, from its backslash on; an invalid one is noted and left out.
    private mutating func escape(into text: inout [UInt8], openedAt opening: Int) throws(GivenUp) {
        let start = index
        index += 1
        guard !isAtEnd else { throw unclosedString(opening) }
        if isAtLineEnd { return skipLineEnd() }
        let letter = scalar(at: index)
        index += UTF8.width(letter)
        switch letter {
        case "b": text.append(0x08)
        case "f": text.append(0x0C)
        case "n": text.append(0x0A)
        case "r": text.append(0x0D)
        case "t": text.append(0x09)
        case "v": text.append(0x0B)
        case "0" where !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte): text.append(0)
        case "0"..."9": note(at: start, "there are no octal escapes", suggestion: "write '\\xHH'")
        case "x": append(hexadecimal(digits: 2), to: &text, from: start, "\\x takes two hexadecimal digits")
        case "u":
            append(
                utf16Escape(),
                to: &text,
                from: start,
                "\\u takes four hexadecimal digits, or two such escapes for a surrogate pair"
            )
        default: text += Array(String(letter).utf8)
        }
    }

    private mutating func append(
        _ value: UInt32?,
        to text: inout [UInt8],
        from start: Int,
        _ rule: String
    ) {
        if let scalar = value.flatMap(Unicode.Scalar.init) {
            text += Array(String(scalar).utf8)
        } else {
            note(at: start, rule)
        }
    }

    /// Reads what follows `\u`: four digits, and a second escape after the first half of a pair.
    private mutating func utf16Escape() -> UInt32? {
        guard let high = hexadecimal(digits: 4) else { return nil }
        guard UTF16.isLeadSurrogate(UInt16(high)) else { return high }
        guard bytes[index...].starts(with: [UInt8(ascii: "\\"), UInt8(ascii: "u")]) else { return nil }
        index += 2
        guard let low = hexadecimal(digits: 4), UTF16.isTrailSurrogate(UInt16(low)) else { return nil }
        return 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)
    }

    /// Reads so many hexadecimal digits; stops before the first other character.
    mutating func hexadecimal(digits: Int) -> UInt32? {
        var value: UInt32 = 0
        for _ in 0..<digits {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }

    private mutating func skipLineEnd() {
        let isFirstOfTwo = byte == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
        index += byte == 0xE2 ? 3 : isFirstOfTwo ? 2 : 1
    }
}
