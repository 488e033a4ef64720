/// A mark in a string of a flow where the value of a variable goes that a `save` step sets.
///
/// Every other variable is put in when the file is read. Nobody else knows how a mark looks: it is the name between the
/// control characters U+0001 and U+0002, which a flow file may not hold.
public enum SavedReference {
    private static let opening: Character = "\u{1}"
    private static let closing: Character = "\u{2}"

    /// The mark for the variable `name`.
    public static func mark(_ name: String) -> String { "\(opening)\(name)\(closing)" }

    /// Whether a text holds a character that marks are made of.
    public static func isIn(_ text: String) -> Bool { text.utf8.contains { $0 == 1 || $0 == 2 } }

    /// Whether a text begins with a mark: how it begins is then only known while the flow runs.
    public static func begins(_ text: String) -> Bool { text.utf8.first == 1 }

    /// The text with marks as a flow file has them: `${NAME}`.
    public static func written(_ text: String) -> String {
        guard isIn(text) else { return text }
        return text.replacing(String(opening), with: "${").replacing(String(closing), with: "}")
    }

    /// The names of the variables whose marks a text holds, in their order.
    public static func names(in text: String) -> [String] {
        guard isIn(text) else { return [] }
        return text.split(separator: opening, omittingEmptySubsequences: false).dropFirst().compactMap {
            part in
            part.firstIndex(of: closing).map { String(part[..<$0]) }
        }
    }

    /// `text` with each mark replaced by its variable's value; a mark without one stays.
    ///
    /// `isURL` says that it is a URL, where values go in as ``URLValue`` writes them.
    public static func resolve(_ text: String, with values: [String: String], isURL: Bool = false) -> String {
        guard isIn(text) else { return text }
        var rest = text[...]
        var result = ""
        while let start = rest.firstIndex(of: opening), let end = rest[start...].firstIndex(of: closing) {
            result += rest[..<start]
            let name = String(rest[rest.index(after: start)..<end])
            let value = values[name] ?? mark(name)
            result += isURL ? URLValue.written(value, behind: result) : value
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
