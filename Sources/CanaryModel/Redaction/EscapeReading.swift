/// What an escape in a text stands for: one byte of a percent-encoding, or the character of another escape.
struct EscapeReading {
    /// The offset after the escape.
    let end: Int
    /// The number of bytes it stands for, 1 to 4.
    let count: Int
    private let packed: UInt32

    private init(byte: UInt8, end: Int) {
        self.end = end
        count = 1
        packed = UInt32(byte)
    }

    private init(scalar: Unicode.Scalar, end: Int) {
        self.end = end
        let bytes = UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
        count = bytes.count
        packed = bytes.enumerated().reduce(0) { $0 | UInt32($1.element) << (8 * $1.offset) }
    }

    /// One of the bytes that it stands for.
    func byte(_ index: Int) -> UInt8 { UInt8(truncatingIfNeeded: packed >> (8 * index)) }

    /// Whether it stands for white space.
    var isWhiteSpace: Bool { (0..<count).map(byte).leadingWhiteSpace == count }

    /// Whether `bytes` begins with what it stands for.
    func isPrefix(of bytes: ArraySlice<UInt8>) -> Bool {
        guard count <= bytes.count else { return false }
        return (0..<count).allSatisfy { bytes[bytes.startIndex + $0] == byte($0) }
    }
}

extension EscapeReading {
    /// The bytes that begin an escape: `%` `\` `&`, and `+`, a space in a form's data.
    static let introducers = [UInt8(ascii: "%"), UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "+")]

    /// Whether `byte` is one of ``introducers``.
    static func isIntroducer(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "%"), UInt8(ascii: "\\"), UInt8(ascii: "&"), UInt8(ascii: "+"): true
        default: false
        }
    }

    /// Calls `body` with each way to read the text at `offset` as an escape; with none where there is no way.
    ///
    /// An escape may itself have been escaped: then what introduces it is followed by what the second pass made of it
    /// (`%25`, `\\`, `&amp;`), up to seven backslashes or two of the others.
    static func forEach(at offset: Int, in text: UnsafeBufferPointer<UInt8>, _ body: (EscapeReading) -> Void)
    {
        switch text[offset] {
        case UInt8(ascii: "%"): forEach(after: offset + 1, nested: "25", 2, in: text, percentEncoding, body)
        case UInt8(ascii: "\\"): forEach(after: offset + 1, nested: "\\", 7, in: text, backslashEscape, body)
        case UInt8(ascii: "&"): forEach(after: offset + 1, nested: "amp;", 2, in: text, entity, body)
        case UInt8(ascii: "+"): body(EscapeReading(byte: UInt8(ascii: " "), end: offset + 1))
        default: break
        }
    }

    /// What the escape at `offset` stands for, read once; `nil` where there is none.
    static func simple(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> EscapeReading? {
        switch text[offset] {
        case UInt8(ascii: "%"): percentEncoding(at: offset + 1, in: text)
        case UInt8(ascii: "\\"): backslashEscape(at: offset + 1, in: text)
        case UInt8(ascii: "&"): entity(at: offset + 1, in: text)
        default: nil
        }
    }

    private static func forEach(
        after offset: Int,
        nested: StaticString,
        _ depth: Int,
        in text: UnsafeBufferPointer<UInt8>,
        _ read: (Int, UnsafeBufferPointer<UInt8>) -> EscapeReading?,
        _ body: (EscapeReading) -> Void
    ) {
        var offset = offset
        for _ in 0...depth {
            if let reading = read(offset, text) { body(reading) }
            guard text.hasText(nested, at: offset) else { return }
            offset += nested.utf8CodeUnitCount
        }
    }

    /// `2F` after `%`.
    private static func percentEncoding(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> EscapeReading?
    {
        guard let value = text.number(at: offset, digits: 2) else { return nil }
        return EscapeReading(byte: UInt8(value), end: offset + 2)
    }

    /// `n`, `"`, `u00e9`, `xe9` after a backslash.
    private static func backslashEscape(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> EscapeReading?
    {
        guard offset < text.count else { return nil }
        switch text[offset] {
        case UInt8(ascii: "u"): return unicodeEscape(at: offset + 1, in: text)
        case UInt8(ascii: "x"):
            guard let value = text.number(at: offset + 1, digits: 2) else { return nil }
            return EscapeReading(scalar: Unicode.Scalar(UInt8(value)), end: offset + 3)
        case UInt8(ascii: "b"): return EscapeReading(byte: 0x08, end: offset + 1)
        case UInt8(ascii: "f"): return EscapeReading(byte: 0x0C, end: offset + 1)
        case UInt8(ascii: "n"): return EscapeReading(byte: 0x0A, end: offset + 1)
        case UInt8(ascii: "r"): return EscapeReading(byte: 0x0D, end: offset + 1)
        case UInt8(ascii: "t"): return EscapeReading(byte: 0x09, end: offset + 1)
        case let other where other.isPunctuation: return EscapeReading(byte: other, end: offset + 1)
        default: return nil
        }
    }

    /// `00e9`, or `d83d\ude00` for a character outside the basic plane, or `{e9}`.
    private static func unicodeEscape(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> EscapeReading? {
        if text.hasText("{", at: offset) { return bracedEscape(at: offset + 1, in: text) }
        guard let unit = text.number(at: offset, digits: 4) else { return nil }
        if let scalar = Unicode.Scalar(unit) { return EscapeReading(scalar: scalar, end: offset + 4) }
        var next = offset + 4
        while next < text.count, text[next] == UInt8(ascii: "\\") { next += 1 }
        guard text.hasText("u", at: next), let low = text.number(at: next + 1, digits: 4),
            (0xD800..<0xDC00).contains(unit), (0xDC00..<0xE000).contains(low),
            let scalar = Unicode.Scalar(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
        else { return nil }
        return EscapeReading(scalar: scalar, end: next + 5)
    }

    /// `e9}`; leading zeros may stand before it.
    private static func bracedEscape(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> EscapeReading? {
        guard let end = text[min(offset, text.count)...].prefix(16).firstIndex(of: UInt8(ascii: "}")),
            let value = UInt32(String(decoding: text[offset..<end], as: UTF8.self), radix: 16)
        else { return nil }
        return Unicode.Scalar(value).map { EscapeReading(scalar: $0, end: end + 1) }
    }

    /// `amp;`, `#38;`, `#x26;` after `&`.
    private static func entity(at offset: Int, in text: UnsafeBufferPointer<UInt8>) -> EscapeReading? {
        // The longest forms are of about ten characters; a number may have leading zeros.
        guard let end = text[min(offset, text.count)...].prefix(16).firstIndex(of: UInt8(ascii: ";")) else {
            return nil
        }
        let name = text[offset..<end]
        let scalar =
            name.first == UInt8(ascii: "#") ? numeric(name.dropFirst()) : HTMLEntities.scalar(named: name)
        return scalar.map { EscapeReading(scalar: $0, end: end + 1) }
    }

    private static func numeric(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar? {
        let text = String(decoding: digits, as: UTF8.self)
        let isHexadecimal = text.first == "x" || text.first == "X"
        return UInt32(isHexadecimal ? text.dropFirst() : text[...], radix: isHexadecimal ? 16 : 10)
            .flatMap(Unicode.Scalar.init)
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func hasText(_ expected: StaticString, at offset: Int) -> Bool {
        let length = expected.utf8CodeUnitCount
        guard offset + length <= count else { return false }
        return expected.withUTF8Buffer { $0.elementsEqual(self[offset..<offset + length]) }
    }

    /// The hexadecimal number of exactly so many digits at `offset`.
    fileprivate func number(at offset: Int, digits: Int) -> UInt32? {
        guard offset + digits <= count else { return nil }
        var value: UInt32 = 0
        for byte in self[offset..<offset + digits] {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - 0x30)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - 0x37)
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - 0x57)
            default: return nil
            }
        }
        return value
    }
}

extension UInt8 {
    /// Whether it is an ASCII character that is no letter, digit, space or control.
    fileprivate var isPunctuation: Bool {
        switch self {
        case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
        default: false
        }
    }
}
