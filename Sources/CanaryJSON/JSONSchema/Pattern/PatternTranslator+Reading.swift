extension PatternTranslator {
    /// The next scalar, which is not taken.
    var peek: Unicode.Scalar? { next < scalars.count ? scalars[next] : nil }

    /// The next scalar.
    mutating func take() -> Unicode.Scalar? {
        guard let scalar = peek else { return nil }
        next += 1
        return scalar
    }

    /// Whether a text comes next, which is then taken.
    mutating func take(_ text: String) -> Bool {
        guard scalars[next...].starts(with: text.unicodeScalars) else { return false }
        next += text.unicodeScalars.count
        return true
    }

    /// All scalars up to the first that is none of those wanted.
    mutating func takeAll(_ isWanted: (Unicode.Scalar) -> Bool) -> String {
        let taken = scalars[next...].prefix(while: isWanted)
        next += taken.count
        var text = String.UnicodeScalarView()
        text.append(contentsOf: taken)
        return String(text)
    }

    /// A scalar as Swift's `Regex` writes it anywhere; half of a character is in no text, so never matches.
    static func literal(_ value: UInt32) -> String {
        guard let scalar = Unicode.Scalar(value) else { return "(?!)" }
        return isLetter(scalar) ? String(scalar) : escaped(value)
    }

    /// Whether a scalar is a letter of ASCII.
    static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        scalar.isASCII && scalar.properties.isAlphabetic
    }

    /// A scalar as an escape.
    static func escaped(_ value: UInt32) -> String { "\\u{\(String(value, radix: 16))}" }
}
