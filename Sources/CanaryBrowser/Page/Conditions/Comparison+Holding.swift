import CanaryModel

// What no script of ours in the page can compare: the message of a dialog, while which none runs, and what a script of the
// flow returns. It holds as in the page (`judge.js`): texts character by character, not as they are shown.

extension Comparison {
    /// Whether it holds for a text; a text that is no number is never one, nor at least or at most one.
    func holds(for text: String) -> Bool {
        switch self {
        case .equals(let wanted): text.utf8.elementsEqual(wanted.utf8)
        case .contains(let wanted): wanted.isEmpty || text.utf8.firstRange(of: wanted.utf8) != nil
        case .matches(let pattern): text.matches(pattern)
        case .startsWith(let wanted): text.utf8.starts(with: wanted.utf8)
        case .endsWith(let wanted): text.utf8.reversed().starts(with: wanted.utf8.reversed())
        case .equalsNumber(let number): text.number == number
        case .atLeast(let number): text.number.map { $0 >= number } ?? false
        case .atMost(let number): text.number.map { $0 <= number } ?? false
        }
    }
}

extension String {
    /// Whether a regular expression matches somewhere; an invalid one matches nothing (flow files are
    /// checked for that when they are read).
    fileprivate func matches(_ pattern: String) -> Bool {
        do {
            return try Regex(pattern).firstMatch(in: self) != nil
        } catch {
            return false
        }
    }

    /// The number that it is, white space around it left out; `nil` for none.
    fileprivate var number: Double? {
        let text = drop(while: \.isWhitespace)
        let end = text.lastIndex { !$0.isWhitespace }
        guard let end, !text.contains(where: { "nN".contains($0) }) else { return nil }  // `nan`, `inf`
        return Double(text[...end])
    }
}
