extension PatternCheck {
    /// Reads what follows a `\` outside of a class.
    mutating func escape() throws(Mistake) {
        before = .atom
        switch next {
        case "b", "B":
            index += 1
            before = .nothing
        case "k":
            index += 1
            guard take("<") else { throw Mistake(reason: "'\\k' without the name of a group") }
            nameReferences.append(try groupName())
        case let digit? where ("1"..."9").contains(digit):
            let digits = take { ("0"..."9").contains($0) }
            numberReferences.append(Int(digits) ?? .max)
        default: _ = try characterEscape()
        }
    }

    /// Reads a class from behind its `[` to its `]`.
    mutating func characterClass() throws(Mistake) {
        _ = take("^")
        while let scalar = next, scalar != "]" {
            let low = try classMember()
            guard next == "-", index + 1 < scalars.count, scalars[index + 1] != "]" else { continue }
            index += 1
            let high = try classMember()
            guard let low, let high else { throw Mistake(reason: "a range in '[…]' that ends in a class") }
            if low.value > high.value { throw Mistake(reason: "a range in '[…]' that is out of order") }
        }
        guard take("]") else { throw Mistake(reason: "a '[' without its ']'") }
        before = .atom
    }

    /// Reads a member of a class; `nil` for one that stands for several characters.
    private mutating func classMember() throws(Mistake) -> Unicode.Scalar? {
        guard let scalar = next else { return nil }
        index += 1
        guard scalar == "\\" else { return scalar }
        if take("-") { return "-" }
        if take("b") { return "\u{8}" }
        return try characterEscape()
    }

    /// Reads an escape that stands for a character, or (`nil`) for several of them.
    private mutating func characterEscape() throws(Mistake) -> Unicode.Scalar? {
        guard let scalar = next else { throw Mistake(reason: "a '\\' at its end") }
        index += 1
        switch scalar {
        case "d", "D", "s", "S", "w", "W": return nil
        case "p", "P": return try property()
        case "t": return "\t"
        case "n": return "\n"
        case "v": return "\u{B}"
        case "f": return "\u{C}"
        case "r": return "\r"
        case "0" where !("0"..."9").contains(next ?? "x"): return "\0"
        case "c":
            guard
                let letter = take(most: 1, while: { $0.isASCII && $0.properties.isAlphabetic }).unicodeScalars
                    .first
            else { break }
            return Unicode.Scalar(letter.value % 32)
        case "x": if let value = hexadecimal(2) { return value }
        case "u": if let value = codePoint() { return value }
        case "^", "$", "\\", ".", "*", "+", "?", "(", ")", "[", "]", "{", "}", "|", "/": return scalar
        default: break
        }
        throw Mistake(reason: "'\\\(scalar)' is not an escape")
    }

    private mutating func property() throws(Mistake) -> Unicode.Scalar? {
        let isOpen = take("{")
        let name = take {
            $0.isASCII
                && ($0.properties.isAlphabetic || ("0"..."9").contains($0)
                    || "_=".unicodeScalars.contains($0))
        }
        guard isOpen, !name.isEmpty, take("}") else {
            throw Mistake(reason: "'\\p' without a property, as in '\\p{L}'")
        }
        return nil
    }

    private mutating func hexadecimal(_ count: Int) -> Unicode.Scalar? {
        let digits = take(most: count) { Character($0).isHexDigit }
        guard digits.count == count, let value = UInt32(digits, radix: 16) else { return nil }
        // Half a surrogate pair is a character to a pattern; any stand-in has the same place in a range.
        return Unicode.Scalar(value) ?? "\u{D7FF}"
    }

    private mutating func codePoint() -> Unicode.Scalar? {
        guard take("{") else { return hexadecimal(4) }
        let digits = take { Character($0).isHexDigit }
        guard take("}"), let value = UInt32(digits, radix: 16), value <= 0x10FFFF else { return nil }
        return Unicode.Scalar(value) ?? "\u{D7FF}"
    }
}
