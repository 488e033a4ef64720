/// Looks for what makes a text no regular expression of JavaScript (without the `u` and `v` flags).
///
/// The rules are those of [ECMAScript, annex B.1.2](https://tc39.es/ecma262/#sec-regular-expressions-patterns),
/// which takes a lone `]`, `{` or `}` as it is. Other engines' checkers refuse patterns that
/// browsers take, so none is asked.
struct PatternCheck {
    /// What is wrong, a clause; `nil` for a pattern that a browser takes.
    static func mistake(in pattern: String) -> String? {
        var check = PatternCheck(scalars: Array(pattern.unicodeScalars))
        do throws(Mistake) {
            try check.run()
            return nil
        } catch {
            return error.reason
        }
    }

    private struct Mistake: Error {
        let reason: String
    }

    /// What stands before the index, and whether a quantifier may follow it.
    private enum Before {
        case nothing, atom, quantifier
    }

    private let scalars: [Unicode.Scalar]
    private var index = 0
    private var before = Before.nothing
    /// For each open group whether it may be repeated: a lookbehind may not.
    private var groups: [Bool] = []

    private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

    private var next: Unicode.Scalar? { index < scalars.count ? scalars[index] : nil }

    private mutating func run() throws(Mistake) {
        while let scalar = next {
            index += 1
            switch scalar {
            case "\\": try escape()
            case "[": try characterClass()
            case "(": try openGroup()
            case ")":
                guard let isRepeatable = groups.popLast() else {
                    throw Mistake(reason: "a ')' without its '('")
                }
                before = isRepeatable ? .atom : .nothing
            case "*", "+", "?": try quantifier("'\(scalar)'")
            case "{": try braces()
            case "|", "^", "$": before = .nothing
            default: before = .atom
            }
        }
        if !groups.isEmpty { throw Mistake(reason: "a '(' without its ')'") }
    }

    private mutating func escape() throws(Mistake) {
        guard let scalar = next else { throw Mistake(reason: "a '\\' at its end") }
        index += 1
        before = scalar == "b" || scalar == "B" ? .nothing : .atom
    }

    private mutating func quantifier(_ written: String) throws(Mistake) {
        guard before == .atom else { throw Mistake(reason: "nothing to repeat before \(written)") }
        if next == "?" { index += 1 }
        before = .quantifier
    }

    /// Takes `{2}`, `{2,}` or `{2,3}`; any other brace stands for itself.
    private mutating func braces() throws(Mistake) {
        guard let close = scalars[index...].firstIndex(of: "}") else { return before = .atom }
        let parts = scalars[index..<close].split(separator: ",", omittingEmptySubsequences: false)
        let isDigits = { (part: ArraySlice<Unicode.Scalar>) in part.allSatisfy { ("0"..."9").contains($0) } }
        guard let low = parts.first, !low.isEmpty, parts.count <= 2, parts.allSatisfy(isDigits) else {
            return before = .atom
        }
        let range = parts.compactMap { Double(String(String.UnicodeScalarView($0))) }
        if range.count == 2, range[0] > range[1] {
            throw Mistake(reason: "the numbers in '{…}' are out of order")
        }
        index = close + 1
        try quantifier("'{'")
    }

    private mutating func characterClass() throws(Mistake) {
        if next == "^" { index += 1 }
        var previous: Unicode.Scalar?
        while let scalar = next, scalar != "]" {
            if scalar == "-", let low = previous, index + 1 < scalars.count, scalars[index + 1] != "]" {
                index += 1
                if let high = try classMember(), low.value > high.value {
                    throw Mistake(reason: "the range '\(low)-\(high)' is out of order")
                }
                previous = nil
            } else {
                previous = try classMember()
            }
        }
        guard next != nil else { throw Mistake(reason: "a '[' without its ']'") }
        index += 1
        before = .atom
    }

    /// Reads a member of a class; `nil` for one that is no single character, such as `\d`.
    private mutating func classMember() throws(Mistake) -> Unicode.Scalar? {
        guard let scalar = next else { return nil }
        index += 1
        guard scalar == "\\" else { return scalar }
        guard let escaped = next else { throw Mistake(reason: "a '\\' at its end") }
        index += 1
        switch escaped {
        case "u": skip(4, isHexadecimal)
        case "x": skip(2, isHexadecimal)
        case "c": skip(1) { $0.properties.isAlphabetic }
        case "0"..."9": skip(2) { ("0"..."7").contains($0) }
        case _ where escaped.properties.isAlphabetic: break
        default: return escaped
        }
        return nil
    }

    private mutating func skip(_ count: Int, _ isPart: (Unicode.Scalar) -> Bool) {
        index += scalars[index...].prefix(count).prefix(while: isPart).count
    }

    private func isHexadecimal(_ scalar: Unicode.Scalar) -> Bool { Character(scalar).isHexDigit }

    private mutating func openGroup() throws(Mistake) {
        before = .nothing
        guard next == "?" else { return groups.append(true) }
        index += 1
        let kind = scalars[index...].prefix(2)
        if [":", "=", "!"].contains(kind.first) {
            index += 1
            groups.append(true)
        } else if kind == ["<", "="] || kind == ["<", "!"] {
            index += 2
            groups.append(false)
        } else if kind.first == "<" {
            try groupName()
            groups.append(true)
        } else {
            try modifiers()
            groups.append(true)
        }
    }

    private mutating func groupName() throws(Mistake) {
        guard let end = scalars[index...].firstIndex(of: ">") else {
            throw Mistake(reason: "a '(?<' without its '>'")
        }
        let name = String(String.UnicodeScalarView(scalars[(index + 1)..<end]))
        let isName = name.unicodeScalars.enumerated().allSatisfy { place, scalar in
            place == 0 ? JSON5Parser.canStart(scalar) : JSON5Parser.canContinue(scalar)
        }
        guard !name.isEmpty, isName else { throw Mistake(reason: "a group without a proper name") }
        index = end + 1
    }

    /// Takes the modifiers of a group, `(?i:…)`; they cannot stand for the rest of the pattern as `(?i)`.
    private mutating func modifiers() throws(Mistake) {
        let flags = scalars[index...].prefix { "ims-".unicodeScalars.contains($0) }
        index += flags.count
        guard !flags.isEmpty, next == ":" else { throw Mistake(reason: "'(?' begins no group") }
        index += 1
    }
}
