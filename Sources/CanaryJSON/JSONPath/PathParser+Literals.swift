import CanaryModel

extension PathParser {
    /// A whole number within ±(2^53 - 1), the limits of I-JSON.
    mutating func index() throws(JSONPathError) -> Int {
        let start = next
        let digits = try wholeDigits()
        if digits == "-0" { throw error("-0 is not an index", at: start) }
        let limit = 9_007_199_254_740_991
        guard let index = Int(digits), (-limit...limit).contains(index) else {
            throw error("an index beyond \(digits.hasPrefix("-") ? "-" : "")\(limit)", at: start)
        }
        return index
    }

    /// A number that values are compared with.
    mutating func number() throws(JSONPathError) -> JSONNumber {
        let start = next
        var digits = try wholeDigits()
        if take(".") { digits += "." + (try someDigits()) }
        if take("e") || take("E") {
            digits += "e"
            if take("-") { digits += "-" } else if take("+") { digits += "+" }
            digits += try someDigits()
        }
        guard let number = JSONNumber(digits) else { throw error("no number as JSON writes it", at: start) }
        return number
    }

    private mutating func wholeDigits() throws(JSONPathError) -> String {
        let start = next
        let sign = take("-") ? "-" : ""
        let digits = try someDigits()
        if digits.utf8.count > 1, digits.utf8.first == UInt8(ascii: "0") {
            throw error("a number cannot begin with 0", at: start)
        }
        return sign + digits
    }

    private mutating func someDigits() throws(JSONPathError) -> String {
        let digits = take(while: \.isDecimalDigit)
        if digits.isEmpty { throw error("\(shown) where a digit should stand") }
        return digits
    }

    /// A string in the quotes that stand at the place.
    mutating func string() throws(JSONPathError) -> String {
        let start = next
        let quote = scalars[next]
        next += 1
        var text = String.UnicodeScalarView()
        while let scalar = peek {
            if scalar == "\\" {
                text.append(try escape(in: quote))
                continue
            }
            if scalar.value < 0x20 { throw error("a control character in quotes, which must be escaped") }
            next += 1
            if scalar == quote { return String(text) }
            text.append(scalar)
        }
        throw error("a quote that is not closed", at: start)
    }

    private mutating func escape(in quote: Unicode.Scalar) throws(JSONPathError) -> Unicode.Scalar {
        let start = next
        next += 1
        guard let scalar = peek else { throw error("a backslash at the end", at: start) }
        next += 1
        switch scalar {
        case quote, "\\", "/": return scalar
        case "b": return "\u{8}"
        case "f": return "\u{c}"
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "u": return try unicodeEscape(from: start)
        default: throw error("a backslash before what needs none; a backslash itself is '\\\\'", at: start)
        }
    }

    /// What follows `\u`: four digits, or eight in two escapes.
    private mutating func unicodeEscape(from start: Int) throws(JSONPathError) -> Unicode.Scalar {
        let unit = try hexadecimal()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        if unit < 0xdc00, take("\\u") {
            let low = try hexadecimal()
            if 0xdc00..<0xe000 ~= low,
                let scalar = Unicode.Scalar(0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00))
            {
                return scalar
            }
        }
        throw error("\\u with half of a surrogate pair", at: start)
    }

    private mutating func hexadecimal() throws(JSONPathError) -> UInt32 {
        let digits = scalars[next...].prefix(4)
        guard digits.count == 4, digits.allSatisfy({ $0.isASCII && $0.properties.isHexDigit }),
            let unit = UInt32(String(String.UnicodeScalarView(digits)), radix: 16)
        else { throw error("\\u without four hexadecimal digits") }
        next += 4
        return unit
    }
}
