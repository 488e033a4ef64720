/// A mark in a string of a flow where the value of a variable goes that a `save` step sets.
///
/// Every other variable is put in when the file is read. The mark is the name between the two
/// control characters U+0001 and U+0002, which a flow file may not hold.
public enum SavedReference {
    /// The character before the name.
    public static let opening: Character = "\u{1}"
    /// The character after the name.
    public static let closing: Character = "\u{2}"

    /// The mark for the variable `name`.
    public static func mark(_ name: String) -> String { "\(opening)\(name)\(closing)" }

    /// `text` with each mark replaced by its variable's value; a mark without one stays.
    ///
    /// `isURL` says that it is a URL, where values go in as ``URLValue`` writes them.
    public static func resolve(_ text: String, with values: [String: String], isURL: Bool = false) -> String {
        guard text.contains(opening) else { return text }
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
