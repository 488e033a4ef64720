/// What a field made of a text that was typed into it.
enum TypedText {
    /// It holds it, or has held it, in some form.
    case kept
    /// It holds something else that the page made of it.
    case remade
    /// It holds only a part of it, or nothing: the page has swallowed keys.
    case swallowed

    init(of text: String, _ seen: SeenTyping) {
        let wanted = text.substance
        let held = (seen.gone + seen.value).substance
        // A line break sends a message or a form; what is no letter or digit, any mask may leave out.
        if wanted.isEmpty || text.contains(where: \.isNewline) || held.contains(wanted) {
            self = .kept
        } else if Self.isNumber(text, near: seen.value) || seen.value.contains(where: Self.isSymbol) {
            self = .remade
        } else {
            let added = Self.added(seen).substance
            self = added.isPart(of: wanted) ? .swallowed : .remade
        }
    }

    /// What came to what the field held before.
    private static func added(_ seen: SeenTyping) -> String {
        let (before, value) = (seen.before, seen.gone + seen.value)
        if value.hasPrefix(before) { return String(value.dropFirst(before.count)) }
        if value.hasSuffix(before) { return String(value.dropLast(before.count)) }
        return value
    }

    /// Whether it stands for something else, as an emoji or the dot for a character of a password.
    private static func isSymbol(_ character: Character) -> Bool {
        "•●∙*".contains(character)
            || (character.isSymbol && !character.isASCII && !character.isCurrencySymbol)
    }

    /// Whether both are numbers, and the same but for their form or the decimals that were cut off.
    private static func isNumber(_ text: String, near value: String) -> Bool {
        guard let wanted = Double(text), let held = Double(value) else { return false }
        return wanted == held || (text.contains(".") && abs(wanted - held) < 1)
    }
}

extension String {
    /// The letters and digits, in lower case.
    fileprivate var substance: String { lowercased().filter { $0.isLetter || $0.isNumber } }

    /// Whether another text has these characters in their order, among others.
    fileprivate func isPart(of other: String) -> Bool {
        var rest = other[...]
        for character in self {
            guard let index = rest.firstIndex(of: character) else { return false }
            rest = rest[rest.index(after: index)...]
        }
        return true
    }
}
