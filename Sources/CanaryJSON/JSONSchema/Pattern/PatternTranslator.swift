/// Writes a regular expression of ECMA-262 with its `u` flag as one of Swift's `Regex`.
///
/// It goes through the pattern in a loop, as Swift's parser goes deeper with each group: nesting has a limit.
struct PatternTranslator {
    let scalars: [Unicode.Scalar]
    var next = 0
    var output = ""
    /// Whether a quantifier may follow.
    private var canRepeat = false
    /// The groups that are open: whether each may be repeated.
    private var open: [Bool] = []
    /// The groups that capture, by number; those without a name are `nil`.
    private let captures: [String?]
    private static let maximumDepth = 50
    /// A limit of Swift's `Regex`.
    private static let maximumCount = 65_535

    init(_ pattern: String) throws(SchemaPatternError) {
        scalars = Array(pattern.unicodeScalars)
        captures = try PatternCaptures(scalars).names
    }

    /// The whole pattern for Swift.
    mutating func translation() throws(SchemaPatternError) -> String {
        while let scalar = take() { try translate(scalar) }
        guard open.isEmpty else { throw SchemaPatternError("a '(' has no ')'") }
        return output
    }

    private mutating func translate(_ scalar: Unicode.Scalar) throws(SchemaPatternError) {
        switch scalar {
        case "|": add("|", canRepeat: false)
        case "^": add("\\A", canRepeat: false)
        case "$": add("\\z", canRepeat: false)
        case "(": try openGroup()
        case ")":
            guard let canRepeat = open.popLast() else { throw SchemaPatternError("a ')' has no '('") }
            add(")", canRepeat: canRepeat)
        case "*", "+", "?": try repeatLast(String(scalar))
        case "{": try repeatLast(try count())
        case "}", "]": throw SchemaPatternError("'\(scalar)' alone must be written '\\\(scalar)'")
        case "[": add(try characterClass())
        case ".": add("[^\\u{A}\\u{D}\\u{2028}\\u{2029}]")
        case "\\": try escape()
        default: add(Self.literal(scalar.value))
        }
    }

    private mutating func add(_ text: String, canRepeat: Bool = true) {
        output += text
        self.canRepeat = canRepeat
    }

    private mutating func openGroup() throws(SchemaPatternError) {
        guard open.count < Self.maximumDepth else {
            throw SchemaPatternError("more than \(Self.maximumDepth) groups in each other")
        }
        if take("?:") {
            add("(?:", canRepeat: false)
            open.append(true)
        } else if let look = ["?=", "?!"].first(where: { take($0) }) {
            add("(" + look, canRepeat: false)
            open.append(false)
        } else if take("?<=") || take("?<!") {
            throw SchemaPatternError("lookbehind is not supported")
        } else {
            if take("?<") { while let scalar = take(), scalar != ">" {} }  // its number is enough
            if take("?") { throw SchemaPatternError("'(?' is followed by what is not known") }
            add("(", canRepeat: false)
            open.append(true)
        }
    }

    private mutating func repeatLast(_ quantifier: String) throws(SchemaPatternError) {
        guard canRepeat else { throw SchemaPatternError("there is nothing for '\(quantifier)' to repeat") }
        add(quantifier + (take("?") ? "?" : ""), canRepeat: false)
    }

    /// The counts of `{2}`, `{2,}`, `{2,3}`, after the brace.
    private mutating func count() throws(SchemaPatternError) -> String {
        let wrong = SchemaPatternError("'{' is neither a count ('{2}', '{2,}', '{2,3}') nor written '\\{'")
        guard let least = try number() else { throw wrong }
        if take("}") { return "{\(least)}" }
        guard take(",") else { throw wrong }
        if take("}") { return "{\(least),}" }
        guard let most = try number(), take("}") else { throw wrong }
        guard least <= most else { throw SchemaPatternError("{\(least),\(most)} is out of order") }
        return "{\(least),\(most)}"
    }

    private mutating func number() throws(SchemaPatternError) -> Int? {
        let digits = takeAll { "0"..."9" ~= $0 }
        if digits.isEmpty { return nil }
        guard let number = Int(digits), number <= Self.maximumCount else {
            throw SchemaPatternError("the count \(digits) is more than \(Self.maximumCount)")
        }
        return number
    }

    private mutating func escape() throws(SchemaPatternError) {
        if take("b") { return add("\\b", canRepeat: false) }
        if take("B") { return add("\\B", canRepeat: false) }
        if take("k<") {
            let name = takeAll { $0 != ">" }
            guard take(">"), let group = captures.firstIndex(of: name) else {
                throw SchemaPatternError("no group has the name of '\\k<\(name)>'")
            }
            return add("\\g{\(group + 1)}")
        }
        if let digit = peek, "1"..."9" ~= digit {
            let digits = takeAll { "0"..."9" ~= $0 }
            guard let group = Int(digits), group <= captures.count else {
                throw SchemaPatternError("there is no group \(digits)")
            }
            return add("\\g{\(group)}")
        }
        switch try atomAfterBackslash(inClass: false) {
        case .scalar(let value): add(Self.literal(value))
        case .set(let set): add("[" + set + "]")
        }
    }
}
