extension SelectorStrategy {
    /// Makes a strategy from its written form: a CSS selector, or one after a prefix such as `text=`.
    ///
    /// - Parameter written: The selector, such as `#login-btn` or `role=button[name="Log in"]`.
    /// - Throws: ``SelectorMistake``; whether CSS and XPath are right, only a browser can tell.
    public init(written: String) throws(SelectorMistake) {
        let start = written.drop { $0.isWhitespace }
        if start.isEmpty { throw .empty }
        let word = start.prefix { $0.isASCII && ($0.isLetter || $0 == "-") }
        if !word.isEmpty, start.dropFirst(word.count).first == "=" {
            guard let prefix = SelectorPrefix(rawValue: String(word)) else {
                throw .unknownPrefix(String(word))
            }
            self = try prefix.strategy(String(start.dropFirst(word.count + 1)))
        } else if start.first == "/" || start.hasPrefix("(/") || start.hasPrefix("./") {
            throw .xpathWithoutPrefix
        } else {
            self = .css(String(start))
        }
    }

    /// Makes a role strategy from its written form: `button`, or `button[name="Log in"]`.
    ///
    /// - Parameter written: The role, with the accessible name in brackets where one is meant: in quotes
    ///   whole and exact, else a part.
    /// - Throws: ``SelectorMistake`` where the text is something else.
    public init(role written: String) throws(SelectorMistake) {
        let text = written.drop { $0.isWhitespace }
        let role = text.prefix { $0 != "[" && !$0.isWhitespace }
        let rest = text.dropFirst(role.count)
        if role.isEmpty { throw .malformedRole(written) }
        if rest.allSatisfy(\.isWhitespace) {
            self = .role(String(role), name: nil)
            return
        }
        let name = try Self.bracketed(Substring(rest.drop { $0.isWhitespace }), in: written)
        self = .role(String(role), name: name)
    }

    private static func bracketed(
        _ text: Substring,
        in written: String
    ) throws(SelectorMistake) -> TextPattern {
        var text = text
        while text.last?.isWhitespace ?? false { text.removeLast() }
        guard text.first == "[", text.last == "]", let equals = text.firstIndex(of: "=") else {
            throw .malformedRole(written)
        }
        let attribute = text[text.index(after: text.startIndex)..<equals].filter { !$0.isWhitespace }
        guard attribute == "name" else { throw .unknownRoleAttribute(attribute) }
        let pattern = TextPattern(written: String(text[text.index(after: equals)...].dropLast()))
        if pattern.text.isEmpty { throw .malformedRole(written) }
        return pattern
    }
}

extension Target {
    /// Makes a target from its written form: a CSS selector, or one after a prefix such as `text=`.
    ///
    /// - Parameter written: The selector, such as `#login-btn` or `role=button[name="Log in"]`.
    /// - Throws: ``SelectorMistake``; whether CSS and XPath are right, only a browser can tell.
    public init(written: String) throws(SelectorMistake) {
        self.init(Selector(try SelectorStrategy(written: written), written: written))
    }
}
