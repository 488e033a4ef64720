import Foundation
import Testing

/// A way that a text is written in a page, a URL or a message, each by an encoder other than the redactor's.
struct Encoding: Sendable, CustomTestStringConvertible {
    let name: String
    let encode: @Sendable (String) throws -> String

    var testDescription: String { name }

    private init(_ name: String, _ encode: @escaping @Sendable (String) throws -> String) {
        self.name = name
        self.encode = encode
    }

    static let all = [
        Encoding("plain") { $0 },
        Encoding("encodeURIComponent") { percent($0, keeping: "-_.!~*'()") },
        Encoding("encodeURI") { percent($0, keeping: "-_.!~*'();/?:@&=+$,#") },
        Encoding("RFC 3986") { percent($0, keeping: "-._~") },
        Encoding("RFC 3986, lower case") { lowercasedHex(percent($0, keeping: "-._~")) },
        Encoding("form") { percent($0, keeping: "*-._ ").replacing(" ", with: "+") },
        Encoding("every byte in percent-encoding") { percent($0, keeping: "", keepsLetters: false) },
        Encoding("percent-encoding twice") { percent(percent($0, keeping: "-._~"), keeping: "-._~") },
        Encoding("JSON") { try json($0, []) },
        Encoding("JSON without \\/") { try json($0, .withoutEscapingSlashes) },
        Encoding("JSON in ASCII") { text in text.utf16.map { unicodeEscape($0, isUppercase: false) }.joined()
        },
        Encoding("JSON in ASCII, upper case") { text in
            text.utf16.map { unicodeEscape($0, isUppercase: true) }.joined()
        },
        Encoding("JSON twice") { try json(try json($0, []), []) },
        Encoding("HTML, named") {
            html($0, ["&": "&amp;", "<": "&lt;", ">": "&gt;", "\"": "&quot;", "'": "&apos;"])
        },
        Encoding("HTML, decimal") {
            html($0, ["&": "&#38;", "<": "&#60;", ">": "&#62;", "\"": "&#34;", "'": "&#039;"])
        },
        Encoding("HTML, hexadecimal") {
            html(
                $0,
                ["&": "&#x26;", "<": "&#x3C;", ">": "&#x3e;", "\"": "&#X22;", "'": "&#x27;", "/": "&#x2F;"]
            )
        },
        Encoding("HTML, every character") { text in text.unicodeScalars.map { "&#\($0.value);" }.joined() },
        Encoding("HTML twice") { html(html($0, ["&": "&amp;", "<": "&lt;"]), ["&": "&amp;", "<": "&lt;"]) },
    ]

    private static func percent(_ text: String, keeping kept: String, keepsLetters: Bool = true) -> String {
        text.utf8.map { byte in
            let isLetter =
                byte < 0x80
                && (Character(Unicode.Scalar(byte)).isLetter || Character(Unicode.Scalar(byte)).isNumber)
            if keepsLetters && isLetter || kept.utf8.contains(byte) { return String(Unicode.Scalar(byte)) }
            return String(format: "%%%02X", Int(byte))
        }.joined()
    }

    private static func lowercasedHex(_ text: String) -> String {
        text.replacing(#/%[0-9A-F]{2}/#) { $0.output.lowercased() }
    }

    private static func json(_ text: String, _ formatting: JSONEncoder.OutputFormatting) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = formatting
        return String(String(decoding: try encoder.encode(text), as: UTF8.self).dropFirst().dropLast())
    }

    private static func unicodeEscape(_ unit: UInt16, isUppercase: Bool) -> String {
        String(format: isUppercase ? "\\u%04X" : "\\u%04x", Int(unit))
    }

    private static func html(_ text: String, _ entities: [Character: String]) -> String {
        text.map { entities[$0] ?? String($0) }.joined()
    }
}
