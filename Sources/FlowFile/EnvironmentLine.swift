/// One line of a file of environment variables.
struct EnvironmentLine {
    /// What is wrong with a line; never holds a value, which may be a secret.
    struct Mistake: Error, Hashable {
        /// The column, from 1.
        let column: Int
        let reason: String
    }

    private let scalars: [Unicode.Scalar]
    private var index = 0

    init(_ line: some StringProtocol) { scalars = Array(line.unicodeScalars) }

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    /// Reads the line: a name and its value, or nothing where it is empty or a comment.
    mutating func variable() throws(Mistake) -> (name: String, value: String)? {
        skipSpace()
        guard let first = next, first != "#" else { return nil }
        var start = index
        var name = word()
        if name == "export", next != "=" {
            skipSpace()
            start = index
            name = word()
        }
        guard Interpolation.isName(name) else {
            throw Mistake(column: start + 1, reason: "expected a name, as in KEY=value")
        }
        skipSpace()
        guard next == "=" else {
            throw Mistake(column: index + 1, reason: "expected '=' after the name '\(name)'")
        }
        index += 1
        skipSpace()
        return (name, try value())
    }

    private mutating func value() throws(Mistake) -> String {
        guard let quote = next, quote == "\"" || quote == "'" else { return bareValue() }
        let start = index
        index += 1
        var value = String.UnicodeScalarView()
        while let scalar = next, scalar != quote {
            index += 1
            if scalar == "\\", quote == "\"", let escaped = next {
                index += 1
                value += Self.unescaped(escaped)
            } else {
                value.append(scalar)
            }
        }
        guard next == quote else {
            throw Mistake(column: start + 1, reason: "the quotes are not closed on this line")
        }
        index += 1
        let end = index
        skipSpace()
        guard next == nil || (next == "#" && index > end) else {
            throw Mistake(column: index + 1, reason: "something stands after the closing quotes")
        }
        return String(value)
    }

    private static func unescaped(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
        switch scalar {
        case "n": ["\n"]
        case "r": ["\r"]
        case "t": ["\t"]
        case "\"", "\\", "$": [scalar]
        default: ["\\", scalar]
        }
    }

    /// A value without quotes: up to a comment, which has white space before it.
    private func bareValue() -> String {
        var value = scalars[index...]
        let comment = value.indices.first { place in
            value[place] == "#" && scalars[place - 1].properties.isWhitespace
        }
        if let comment { value = value[..<comment] }
        while let last = value.last, last.properties.isWhitespace { value.removeLast() }
        return String(String.UnicodeScalarView(value))
    }

    private mutating func word() -> String {
        let word = scalars[index...].prefix { $0.isASCII && $0 != "=" && !$0.properties.isWhitespace }
        index += word.count
        return String(String.UnicodeScalarView(word))
    }

    private mutating func skipSpace() {
        while let scalar = next, scalar.properties.isWhitespace { index += 1 }
    }
}
