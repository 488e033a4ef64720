/// Looks for what makes a text no regular expression of JavaScript with the `u` flag.
///
/// The grammar is that of [ECMAScript](https://tc39.es/ecma262/#sec-patterns). Other engines' checkers
/// refuse patterns that browsers take and the other way round, so none is asked.
struct PatternCheck {
    /// Why a text is no pattern, a clause.
    struct Mistake: Error {
        let reason: String
    }

    /// What stands before the index, and whether a quantifier may follow it.
    enum Before {
        case nothing, atom, quantifier
    }

    let scalars: [Unicode.Scalar]
    var index = 0
    var before = Before.nothing
    /// For each open group whether it may be repeated: one that looks ahead or behind may not.
    var openGroups: [Bool] = []
    var groupCount = 0
    var groupNames: Set<String> = []
    /// References to groups, which may stand before them.
    var numberReferences: [Int] = []
    var nameReferences: [String] = []

    private init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

    /// What is wrong with a pattern, a clause; `nil` for one that a browser takes.
    static func mistake(in pattern: String) -> String? {
        var check = PatternCheck(pattern)
        do throws(Mistake) {
            try check.run()
            return nil
        } catch {
            return error.reason
        }
    }

    var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    /// Takes the scalar at the index, if it is this one.
    mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard next == scalar else { return false }
        index += 1
        return true
    }

    /// Takes scalars as long as they fit, so many at most.
    mutating func take(most: Int = .max, while fits: (Unicode.Scalar) -> Bool) -> String {
        let taken = scalars[index...].prefix(most).prefix(while: fits)
        index += taken.count
        return String(String.UnicodeScalarView(taken))
    }

    private mutating func run() throws(Mistake) {
        while let scalar = next {
            index += 1
            switch scalar {
            case "\\": try escape()
            case "[": try characterClass()
            case "(": try openGroup()
            case ")": try closeGroup()
            case "*", "+", "?": try quantifier("'\(scalar)'")
            case "{": try braces()
            case "]", "}": throw Mistake(reason: "a '\(scalar)' without its '\(scalar == "]" ? "[" : "{")'")
            case "|", "^", "$": before = .nothing
            default: before = .atom
            }
        }
        if !openGroups.isEmpty { throw Mistake(reason: "a '(' without its ')'") }
        if let number = numberReferences.first(where: { $0 > groupCount }) {
            throw Mistake(reason: "there is no group \(number)")
        }
        if let name = nameReferences.first(where: { !groupNames.contains($0) }) {
            throw Mistake(reason: "there is no group '\(name)'")
        }
    }

    private mutating func quantifier(_ written: String) throws(Mistake) {
        guard before == .atom else { throw Mistake(reason: "nothing to repeat before \(written)") }
        _ = take("?")
        before = .quantifier
    }

    /// Takes `{2}`, `{2,}` or `{2,3}`.
    private mutating func braces() throws(Mistake) {
        let low = take { ("0"..."9").contains($0) }
        var high = low
        if take(",") { high = take { ("0"..."9").contains($0) } }
        guard !low.isEmpty, take("}") else { throw Mistake(reason: "a '{' that begins no number of repeats") }
        if let low = Double(low), let high = Double(high), low > high {
            throw Mistake(reason: "the numbers in '{…}' are out of order")
        }
        try quantifier("'{'")
    }
}
