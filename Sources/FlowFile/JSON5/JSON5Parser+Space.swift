extension JSON5Parser {
    /// Skips white space, line ends and comments.
    mutating func skipSpace() throws(GivenUp) {
        while index < bytes.count {
            switch bytes[index] {
            case 0x09...0x0D, 0x20:
                index += 1
            case UInt8(ascii: "/"):
                try skipComment()
            case 0xC2, 0xE1, 0xE2, 0xE3, 0xEF:
                let scalar = scalar(at: index)
                guard Self.isSpace(scalar) else { return }
                index += UTF8.width(scalar)
            default:
                return
            }
        }
    }

    private mutating func skipComment() throws(GivenUp) {
        let start = index
        switch index + 1 < bytes.count ? bytes[index + 1] : 0 {
        case UInt8(ascii: "/"):
            while !isAtEnd, !isAtLineEnd { index += 1 }
        case UInt8(ascii: "*"):
            index += 2
            while index + 1 < bytes.count,
                bytes[index] != UInt8(ascii: "*") || bytes[index + 1] != UInt8(ascii: "/")
            {
                index += 1
            }
            guard index + 1 < bytes.count else { throw giveUp(at: start, "this comment is never closed") }
            index += 2
        default:
            throw giveUp(at: start, "unexpected '/'", suggestion: "a comment begins with '//' or '/*'")
        }
    }

    /// Whether a line ends at the index; the line and paragraph separators end one too.
    var isAtLineEnd: Bool {
        switch byte {
        case 0x0A, 0x0D: true
        case 0xE2:
            bytes[index...].starts(with: [0xE2, 0x80, 0xA8])
                || bytes[index...].starts(with: [0xE2, 0x80, 0xA9])
        default: false
        }
    }

    /// The scalar whose first byte is at `offset`.
    func scalar(at offset: Int) -> Unicode.Scalar {
        if bytes[offset] < 0x80 { return Unicode.Scalar(bytes[offset]) }
        let slice = String(decoding: bytes[offset..<min(offset + 4, bytes.count)], as: UTF8.self)
        return slice.unicodeScalars.first ?? "\u{FFFD}"
    }

    private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{FEFF}", "\u{2028}", "\u{2029}": true
        default: scalar.properties.generalCategory == .spaceSeparator
        }
    }
}
