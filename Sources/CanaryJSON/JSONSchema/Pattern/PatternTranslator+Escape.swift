extension PatternTranslator {
    /// What an escape stands for that means the same inside a class and outside.
    mutating func atomAfterBackslash(inClass: Bool) throws(SchemaPatternError) -> PatternAtom {
        guard let scalar = take() else { throw SchemaPatternError("it ends in a '\\'") }
        if let set = Self.sets[scalar] { return .set(set) }
        if let control = Self.controls[scalar] { return .scalar(control) }
        switch scalar {
        case "p", "P": return .set(try property(scalar))
        case "u": return .scalar(try unicodeEscape())
        case "x": return .scalar(try hexadecimal(2))
        case "c":
            guard let letter = take(), Self.isLetter(letter) else { throw wrong("c") }
            return .scalar(letter.value & 0x1f)
        case "0":
            if let digit = peek, "0"..."9" ~= digit { throw wrong("0") }
            return .scalar(0)
        case "b" where inClass: return .scalar(8)
        case "-" where inClass: return .scalar(scalar.value)
        case _ where "^$\\.*+?()[]{}|/".unicodeScalars.contains(scalar): return .scalar(scalar.value)
        default: throw wrong(String(scalar))
        }
    }

    private func wrong(_ escape: String) -> SchemaPatternError {
        SchemaPatternError("'\\\(escape)' is not an escape of ECMA-262 with its 'u' flag")
    }

    /// The classes by a letter: digits and words are ASCII's, spaces are those of ECMA-262.
    private static let sets: [Unicode.Scalar: String] = [
        "d": "0-9", "D": "[^0-9]", "w": "A-Za-z0-9_", "W": "[^A-Za-z0-9_]", "s": spaces, "S": "[^\(spaces)]",
    ]
    private static let spaces = #"\u{9}-\u{D}\u{20}\u{A0}\u{FEFF}\u{2028}\u{2029}\p{Zs}"#
    private static let controls: [Unicode.Scalar: UInt32] = ["t": 9, "n": 10, "v": 11, "f": 12, "r": 13]

    /// `\p{…}`, after its letter.
    ///
    /// Which properties there are Swift's `Regex` knows.
    private mutating func property(_ letter: Unicode.Scalar) throws(SchemaPatternError) -> String {
        guard take("{") else { throw wrong("\(letter)") }
        let name = takeAll { Self.isLetter($0) || "0"..."9" ~= $0 || $0 == "_" || $0 == "=" }
        guard !name.isEmpty, take("}") else { throw wrong("\(letter){\(name)") }
        return "\\\(letter){\(name)}"
    }

    /// The scalar of a `\u` escape, of two where those are halves of one character.
    private mutating func unicodeEscape() throws(SchemaPatternError) -> UInt32 {
        if take("{") {
            let digits = takeAll { $0.properties.isASCIIHexDigit }
            guard take("}"), let value = UInt32(digits, radix: 16), value <= 0x10ffff else {
                throw wrong("u{\(digits)")
            }
            return value
        }
        let unit = try hexadecimal(4)
        let after = next
        if 0xd800..<0xdc00 ~= unit, take("\\u"), peek != "{" {
            let low = try hexadecimal(4)
            if 0xdc00..<0xe000 ~= low { return 0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00) }
        }
        next = after
        return unit
    }

    private mutating func hexadecimal(_ count: Int) throws(SchemaPatternError) -> UInt32 {
        let digits = scalars[next...].prefix(count)
        guard digits.count == count, digits.allSatisfy(\.properties.isASCIIHexDigit),
            let value = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
        else { throw wrong(count == 2 ? "x" : "u") }
        next += count
        return value
    }
}
