extension JSON5Parser {
    /// Whether an ECMAScript identifier begins at the index.
    var startsIdentifier: Bool {
        guard !isAtEnd else { return false }
        return byte == UInt8(ascii: "\\") || Self.canStart(scalar(at: index))
    }

    /// Reads the key of an object: a string, or an identifier without quotes.
    mutating func key() throws(GivenUp) -> String {
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") { return try string() }
        let start = index
        let isUnfit = ("0"..."9").contains(Unicode.Scalar(byte)) || byte == UInt8(ascii: "-")
        if !startsIdentifier && !isUnfit {
            let comment = byte == UInt8(ascii: "#") ? "a comment begins with '//' or '/*'" : nil
            throw giveUp(at: index, "expected a key, got \(found)", suggestion: comment)
        }
        var key = String.UnicodeScalarView()
        var needsQuotes = isUnfit
        while !isAtEnd {
            if byte == UInt8(ascii: "\\") {
                key.append(try identifierEscape(isFirst: key.isEmpty))
                continue
            }
            let scalar = scalar(at: index)
            if scalar == "-" || scalar == "." {
                needsQuotes = true
            } else if !Self.canContinue(scalar) {
                break
            }
            key.append(scalar)
            index += UTF8.width(scalar)
        }
        if needsQuotes {
            let name = TerminalText.quoted(String(key))
            note(
                at: start,
                "the key \(name) needs quotes",
                suggestion: "only letters, digits, _ and $ go without"
            )
        }
        return String(key)
    }

    /// Reads `\uXXXX` in a bare key.
    private mutating func identifierEscape(isFirst: Bool) throws(GivenUp) -> Unicode.Scalar {
        let start = index
        index += 1
        guard byte == UInt8(ascii: "u") else {
            throw giveUp(at: start, "a key without quotes can hold no escape but \\uXXXX")
        }
        index += 1
        guard let unit = hexadecimal(digits: 4), let scalar = Unicode.Scalar(unit) else {
            throw giveUp(at: start, "\\u takes four hexadecimal digits")
        }
        guard isFirst ? Self.canStart(scalar) : Self.canContinue(scalar) else {
            let character = TerminalText.quoted(String(scalar))
            throw giveUp(at: start, "the character \(character) cannot stand in a key without quotes")
        }
        return scalar
    }

    /// `IdentifierStart` of ECMAScript 5.1, but for the escape.
    static func canStart(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "a"..."z", "A"..."Z", "$", "_": return true
        case _ where scalar.isASCII: return false
        default: break
        }
        return switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
            .letterNumber:
            true
        default: false
        }
    }

    /// `IdentifierPart` of ECMAScript 5.1, but for the escape.
    static func canContinue(_ scalar: Unicode.Scalar) -> Bool {
        if canStart(scalar) || ("0"..."9").contains(scalar) { return true }
        if scalar.isASCII { return false }
        return switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .decimalNumber, .connectorPunctuation: true
        default: scalar == "\u{200C}" || scalar == "\u{200D}"
        }
    }
}
