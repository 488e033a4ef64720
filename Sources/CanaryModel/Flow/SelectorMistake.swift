/// Why a text is not a selector.
public enum SelectorMistake: Error, Sendable, Hashable {
    /// There is nothing in it.
    case empty
    /// There is nothing after the prefix.
    case emptyValue(SelectorPrefix)
    /// It begins with `word=`, which is neither a prefix nor CSS.
    case unknownPrefix(String)
    /// It begins as an XPath does, which no CSS selector can.
    case xpathWithoutPrefix
    /// After `role=` stands something else than a role and `[name="…"]`.
    case malformedRole(String)
    /// In the brackets of a role stands something else than `name`.
    case unknownRoleAttribute(String)
}
