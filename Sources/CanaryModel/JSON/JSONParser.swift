import Foundation

/// Reads the bytes of a JSON text, one value after the other.
struct JSONParser {
    private let bytes: [UInt8]
    private var next = 0
    private var depth = 0
    /// How deep values may lie in each other: each level takes some of the stack.
    private static let maximumDepth = 128

    init(_ data: Data) {
        bytes = Array(data)
        if bytes.starts(with: [0xef, 0xbb, 0xbf]) { next = 3 }
    }

    /// The whole text as one value.
    mutating func document() throws(JSONSyntaxError) -> JSONValue {
        skipSpace()
        guard next < bytes.count else { throw error("it is empty") }
        let value = try value()
        skipSpace()
        guard next == bytes.count else { throw error("there is more after the value") }
        return value
    }

    private mutating func value() throws(JSONSyntaxError) -> JSONValue {
        guard let byte = peek else { throw error("it ends where a value should stand") }
        switch byte {
        case UInt8(ascii: "{"): return .object(try object())
        case UInt8(ascii: "["): return .array(try array())
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
        default: throw error("\(shown) where a value should stand")
        }
    }

    /// Goes into an object or an array.
    private mutating func enter() throws(JSONSyntaxError) {
        depth += 1
        guard depth <= Self.maximumDepth else {
            throw error("more than \(Self.maximumDepth) values in each other")
        }
        next += 1
        skipSpace()
    }

    private mutating func object() throws(JSONSyntaxError) -> JSONObject {
        try enter()
        defer { depth -= 1 }
        var object = JSONObject()
        if take(UInt8(ascii: "}")) { return object }
        while true {
            guard peek == UInt8(ascii: "\"") else {
                throw error("\(shown) where a key in quotes should stand")
            }
            let key = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw error("\(shown) where ':' should stand") }
            skipSpace()
            object[key] = try value()
            skipSpace()
            if take(UInt8(ascii: "}")) { return object }
            guard take(UInt8(ascii: ",")) else { throw error("\(shown) where ',' or '}' should stand") }
            skipSpace()
        }
    }

    private mutating func array() throws(JSONSyntaxError) -> [JSONValue] {
        try enter()
        defer { depth -= 1 }
        var elements: [JSONValue] = []
        if take(UInt8(ascii: "]")) { return elements }
        while true {
            elements.append(try value())
            skipSpace()
            if take(UInt8(ascii: "]")) { return elements }
            guard take(UInt8(ascii: ",")) else { throw error("\(shown) where ',' or ']' should stand") }
            skipSpace()
        }
    }

    private mutating func word(_ word: String, _ value: JSONValue) throws(JSONSyntaxError) -> JSONValue {
        guard bytes[next...].starts(with: word.utf8) else {
            throw error("\(shown) where a value should stand")
        }
        next += word.utf8.count
        return value
    }

    private mutating func number() throws(JSONSyntaxError) -> JSONNumber {
        let start = next
        _ = take(UInt8(ascii: "-"))
        if !take(UInt8(ascii: "0")) { try digits() }
        if take(UInt8(ascii: ".")) { try digits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            try digits()
        }
        return JSONNumber(trusted: String(decoding: bytes[start..<next], as: UTF8.self))
    }

    private mutating func digits() throws(JSONSyntaxError) {
        let start = next
        while let byte = peek, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { next += 1 }
        if next == start { throw error("\(shown) where a digit should stand") }
    }

    private mutating func string() throws(JSONSyntaxError) -> String {
        let start = next
        next += 1
        var text: [UInt8] = []
        while let byte = peek {
            switch byte {
            case UInt8(ascii: "\""):
                next += 1
                guard let string = String(validating: text, as: UTF8.self) else {
                    next = start
                    throw error("a string that is not UTF-8")
                }
                return string
            case UInt8(ascii: "\\"): try escape(into: &text)
            case 0..<0x20: throw error("a control character in a string, which must be escaped")
            default:
                text.append(byte)
                next += 1
            }
        }
        next = start
        throw error("a string without its closing quote")
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONSyntaxError) {
        next += 1
        guard let byte = peek else { return }
        let plain: [UInt8: UInt8] = [
            UInt8(ascii: "\""): 0x22, UInt8(ascii: "\\"): 0x5c, UInt8(ascii: "/"): 0x2f, UInt8(ascii: "b"): 8,
            UInt8(ascii: "f"): 12, UInt8(ascii: "n"): 10, UInt8(ascii: "r"): 13, UInt8(ascii: "t"): 9,
        ]
        next += 1
        if let character = plain[byte] { return text.append(character) }
        guard byte == UInt8(ascii: "u") else {
            next -= 1
            throw error("\(shown) after a backslash")
        }
        text.append(contentsOf: String(try character()).utf8)
    }

    /// The character of a `\u` escape, of two where it takes two.
    private mutating func character() throws(JSONSyntaxError) -> Unicode.Scalar {
        let unit = try hexadecimal()
        if let scalar = Unicode.Scalar(unit) { return scalar }
        let after = next
        if unit < 0xdc00, take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) {
            let low = try hexadecimal()
            if 0xdc00..<0xe000 ~= low,
                let scalar = Unicode.Scalar(0x10000 + (unit - 0xd800) << 10 + (low - 0xdc00))
            {
                return scalar
            }
        }
        next = after
        return "\u{fffd}"
    }

    private mutating func hexadecimal() throws(JSONSyntaxError) -> UInt32 {
        let digits = bytes[next..<min(next + 4, bytes.count)]
        guard digits.count == 4, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
        else { throw error("\\u without four hexadecimal digits") }
        next += 4
        return unit
    }

    private var peek: UInt8? { next < bytes.count ? bytes[next] : nil }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard peek == byte else { return false }
        next += 1
        return true
    }

    private mutating func skipSpace() {
        while let byte = peek, byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 { next += 1 }
    }

    /// What stands at the place, in quotes; the end where nothing does.
    private var shown: String {
        guard next < bytes.count else { return "the end" }
        let text = String(decoding: bytes[next..<min(next + 8, bytes.count)], as: UTF8.self)
        return text.first.map { "'\($0)'" } ?? "the end"
    }

    private func error(_ reason: String) -> JSONSyntaxError {
        let before = bytes[..<min(next, bytes.count)]
        let line = before.count { $0 == 0x0a } + 1
        let lineStart = before.lastIndex(of: 0x0a).map { $0 + 1 } ?? 0
        let column = String(decoding: before[lineStart...], as: UTF8.self).count + 1
        return JSONSyntaxError(reason: reason, line: line, column: column)
    }
}
