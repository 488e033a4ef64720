/// Translates I-Regexp (RFC 9485) to what Swift's `Regex` reads, and checks it on the way.
///
/// Characters are written as their numbers, so that none has a meaning in Swift that it has not in I-Regexp.
struct IRegexpTranslation {
    /// How deep groups may lie in each other: Swift reads them with recursion.
    private static let maximumDepth = 32
    /// How many parts it may have, a repeated part counted as often as it may be repeated.
    private static let maximumSize = 10_000

    /// A part that is translated.
    private struct Part {
        var text: String
        var size = 1
    }

    /// What ends the translation.
    struct Mistake: Error {}

    let scalars: [Unicode.Scalar]
    var next = 0
    private var depth = 0

    private init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

    /// The translation; `nil` for what is not I-Regexp, or is too large.
    static func text(of pattern: String) -> String? {
        var translation = Self(pattern)
        do throws(Mistake) {
            let part = try translation.branches()
            return translation.peek == nil ? part.text : nil
        } catch {
            return nil
        }
    }

    private mutating func branches() throws(Mistake) -> Part {
        var whole = try branch()
        while take("|") {
            let part = try branch()
            whole.text += "|" + part.text
            whole.size += part.size
        }
        return whole
    }

    private mutating func branch() throws(Mistake) -> Part {
        var whole = Part(text: "", size: 0)
        while let scalar = peek, scalar != "|", scalar != ")" {
            let part = try piece()
            whole.text += part.text
            whole.size += part.size
            guard whole.size <= Self.maximumSize else { throw Mistake() }
        }
        return whole
    }

    private mutating func piece() throws(Mistake) -> Part {
        // The grammar has '^' and '$' among the characters, yet the rules of RFC 9485 for its translation to
        // other dialects leave them as they are: they are anchors. (The public suite of JSONPath agrees.)
        if let anchor = takeAnchor() { return Part(text: anchor, size: 1) }
        var part = try atom()
        switch peek {
        case "*", "+", "?":
            part.text.unicodeScalars.append(scalars[next])
            next += 1
        case "{":
            let (text, most) = try range()
            part.text += text
            part.size = max(part.size, 1) * max(most, 1)
        default: break
        }
        guard part.size <= Self.maximumSize else { throw Mistake() }
        return part
    }

    private mutating func takeAnchor() -> String? { take("^") ? "\\A" : take("$") ? "\\z" : nil }

    private mutating func atom() throws(Mistake) -> Part {
        switch peek {
        case "(": return try group()
        case ".":
            next += 1
            return Part(text: "[^\\u{a}\\u{d}]")
        case "[": return Part(text: try set())
        case "\\":
            if let category = try category() { return Part(text: category) }
            return Part(text: Self.written(try escaped()))
        case nil, "*", "+", "?", "{", "}", "]": throw Mistake()
        case let scalar?:
            next += 1
            return Part(text: Self.written(scalar))
        }
    }

    private mutating func group() throws(Mistake) -> Part {
        guard depth < Self.maximumDepth else { throw Mistake() }
        depth += 1
        defer { depth -= 1 }
        next += 1
        var part = try branches()
        guard take(")") else { throw Mistake() }
        part.text = "(?:" + part.text + ")"
        return part
    }

    /// `{2}`, `{2,}` or `{2,5}`, and the largest number in it.
    private mutating func range() throws(Mistake) -> (text: String, most: Int) {
        next += 1
        let least = try count()
        guard take(",") else {
            guard take("}") else { throw Mistake() }
            return ("{\(least)}", least)
        }
        if take("}") { return ("{\(least),}", least) }
        let most = try count()
        guard take("}"), least <= most else { throw Mistake() }
        return ("{\(least),\(most)}", most)
    }

    private mutating func count() throws(Mistake) -> Int {
        let start = next
        while let scalar = peek, scalar.isDecimalDigit { next += 1 }
        let digits = String(String.UnicodeScalarView(scalars[start..<next]))
        guard let count = Int(digits), count <= Self.maximumSize else { throw Mistake() }
        return count
    }
}
