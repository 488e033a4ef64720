import CanaryModel

// What is not compared in the page: the message of a dialog, during which no script runs, and what a script of the flow
// returns. Comparisons hold as in the page (`judge.js`), code unit by code unit; only the regular expressions of dialog
// messages are Swift's.

extension Comparison {
    /// Whether it holds, or does not where it is negated; neither does one of a number for a text that is none.
    ///
    /// - Throws: ``BrowserError`` where a regular expression is not valid.
    func holds(for text: String, isNegated: Bool) throws(BrowserError) -> Bool {
        let isSo = try holds(for: text)
        return switch self {
        case .equalsNumber, .atLeast, .atMost: text.number != nil && isSo != isNegated
        default: isSo != isNegated
        }
    }

    /// Whether it holds for a text; a text that is not a number is never one, nor at least or at most one.
    ///
    /// - Throws: ``BrowserError`` where a regular expression is not valid.
    func holds(for text: String) throws(BrowserError) -> Bool {
        switch self {
        case .equals(let wanted): text.utf8.elementsEqual(wanted.utf8)
        case .contains(let wanted): wanted.isEmpty || text.utf8.firstRange(of: wanted.utf8) != nil
        case .matches(let pattern): try text.matches(pattern)
        case .startsWith(let wanted): text.utf8.starts(with: wanted.utf8)
        case .endsWith(let wanted): text.utf8.reversed().starts(with: wanted.utf8.reversed())
        case .equalsNumber(let number): text.number == number
        case .atLeast(let number): text.number.map { $0 >= number } ?? false
        case .atMost(let number): text.number.map { $0 <= number } ?? false
        }
    }
}

extension String {
    /// Whether a regular expression matches somewhere.
    fileprivate func matches(_ pattern: String) throws(BrowserError) -> Bool {
        do {
            return try Regex(pattern).firstMatch(in: self) != nil
        } catch {
            throw BrowserError(invalidPattern: "\(error)")
        }
    }

    /// The number that it is in JavaScript, white space around it left out; `nil` for none.
    fileprivate var number: Double? {
        let text = trimmingPrefix(while: \.isWhitespace)
        let word = String(
            text[..<(text.lastIndex { !$0.isWhitespace }.map(text.index(after:)) ?? text.startIndex)]
        )
        for (prefix, radix) in [("0x", 16), ("0b", 2), ("0o", 8)] where word.lowercased().hasPrefix(prefix) {
            let digits = word.dropFirst(2)
            return digits.first?.isHexDigit == true ? Int(digits, radix: radix).map(Double.init) : nil
        }
        if let sign = ["Infinity": 1.0, "+Infinity": 1, "-Infinity": -1][word] { return sign * .infinity }
        return word.allSatisfy { $0.isNumber || "+-.eE".contains($0) } ? Double(word) : nil
    }
}
