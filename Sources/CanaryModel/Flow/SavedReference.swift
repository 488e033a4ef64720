/// A mark in a string of a flow where the value of a variable goes that a `save` step sets.
///
/// Nobody else knows how a mark looks: it is the name, and a default where one is given, between the control characters
/// U+0001 and U+0002, which a flow file may not hold. The reader puts marks into strings, ``Template`` takes them out.
public enum SavedReference {
    private static let opening: Character = "\u{1}"
    private static let closing: Character = "\u{2}"
    private static let separator = ":-"

    /// The mark for the variable `name`; `fallback`, which may hold marks, stands where it was not saved.
    public static func mark(_ name: String, fallback: String? = nil) -> String {
        "\(opening)\(name)\(fallback.map { separator + $0 } ?? "")\(closing)"
    }

    /// Whether a text holds a character that marks are made of.
    public static func isIn(_ text: String) -> Bool { text.utf8.contains { $0 == 1 || $0 == 2 } }

    /// Whether a text begins with a mark: how it begins is then only known while the flow runs.
    public static func begins(_ text: String) -> Bool { text.utf8.first == 1 }

    /// The text with marks as a flow file has them, without defaults: `${NAME}`.
    public static func written(_ text: String) -> String {
        guard isIn(text) else { return text }
        var rest = text[...]
        var result = ""
        while let mark = Mark(nextIn: &rest) { result += "\(mark.before)${\(mark.name)}" }
        return result + rest
    }

    /// The text with what is not a mark as `transform` has it.
    ///
    /// - Parameters:
    ///   - text: The text.
    ///   - start: What stands before it.
    ///   - transform: Given a part without marks, and all that stands before it.
    /// - Returns: The text, its marks as they were.
    public static func mapLiterals(
        of text: String,
        behind start: String,
        _ transform: (_ literal: String, _ before: String) -> String
    ) -> String {
        var rest = text[...]
        var result = ""
        while let mark = Mark(nextIn: &rest) {
            result += transform(String(mark.before), start + result)
            result += Self.mark(mark.name, fallback: mark.fallback.map { String($0) })
        }
        return result + transform(String(rest), start + result)
    }

    /// The first variable that a text needs and that has no value.
    public static func missing(in text: String, _ values: [String: JSONValue]) -> String? {
        guard isIn(text) else { return nil }
        var rest = text[...]
        while let mark = Mark(nextIn: &rest) {
            if values[mark.name] != nil { continue }
            guard let fallback = mark.fallback else { return mark.name }
            if let missing = missing(in: String(fallback), values) { return missing }
        }
        return nil
    }

    /// `text` with each mark replaced by its variable's value, or its default; a mark without one stays.
    ///
    /// `isURL` says that it is a URL, where values go in as ``URLValue`` writes them.
    public static func resolve(
        _ text: String,
        with values: [String: JSONValue],
        isURL: Bool = false
    ) -> String {
        isIn(text) ? resolve(text[...], with: values, isURL: isURL, behind: "") : text
    }

    /// The value of the variable that a text is the mark of, with its type; `nil` where anything stands beside the mark, and
    /// where the variable has no value.
    public static func value(of text: String, in values: [String: JSONValue]) -> JSONValue? {
        guard begins(text) else { return nil }
        var rest = text[...]
        return Mark(nextIn: &rest).flatMap { rest.isEmpty ? values[$0.name] : nil }
    }

    private static func resolve(
        _ text: Substring,
        with values: [String: JSONValue],
        isURL: Bool,
        behind start: String
    ) -> String {
        var rest = text
        var result = start
        while let mark = Mark(nextIn: &rest) {
            result += mark.before
            if let value = values[mark.name] {
                result += isURL ? URLValue.written(value.text, behind: result) : value.text
            } else if let fallback = mark.fallback {
                result = resolve(fallback, with: values, isURL: isURL, behind: result)
            } else {
                result += Self.mark(mark.name)
            }
        }
        return result + rest
    }

    /// A mark in a text.
    private struct Mark {
        /// The text before it.
        let before: Substring
        let name: String
        let fallback: Substring?

        /// Takes the next mark and what is before it out of a text; `nil`: there is none.
        init?(nextIn text: inout Substring) {
            guard let start = text.firstIndex(of: opening) else { return nil }
            var depth = 0
            let end = text[start...].indices.first { index in
                if text[index] == opening { depth += 1 }
                if text[index] == closing { depth -= 1 }
                return depth == 0
            }
            guard let end else { return nil }
            before = text[..<start]
            let inside = text[text.index(after: start)..<end]
            // By bytes: what combines with the separator is of the default.
            let parts = inside.utf8.firstRange(of: separator.utf8)
            name = String(parts.map { inside[..<$0.lowerBound] } ?? inside)
            fallback = parts.map { inside[$0.upperBound...] }
            text = text[text.index(after: end)...]
        }
    }
}
