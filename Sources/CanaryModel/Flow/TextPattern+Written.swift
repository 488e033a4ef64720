extension TextPattern {
    /// Makes a pattern from its written form: in single or double quotes whole and exact, else a part.
    ///
    /// In quotes a backslash takes the character after it as it is.
    ///
    /// - Parameter written: The text, such as `Log in` or `"Log in"`.
    public init(written: String) {
        let text = written.unicodeScalars.drop { $0.properties.isWhitespace }
        guard let quoted = Self.quoted(Substring(text)) else {
            self.init(written)
            return
        }
        self.init(quoted, isExact: true)
    }

    /// What stands between the quotes, where a text begins and ends with them.
    private static func quoted(_ text: Substring) -> String? {
        guard let quote = text.first, quote == "\"" || quote == "'" else { return nil }
        var result = ""
        var rest = text.dropFirst()
        while let character = rest.popFirst() {
            if character == quote { return rest.allSatisfy(\.isWhitespace) ? result : nil }
            if character == "\\", let next = rest.popFirst() {
                result.append(next)
            } else {
                result.append(character)
            }
        }
        return nil
    }
}
