import CanaryModel

/// The role and name that a target asks of the accessibility tree.
struct AccessibleName {
    /// The role; `nil` for a label, which any field may have.
    let role: String?
    /// The name; `nil`: any.
    let name: TextPattern?

    /// What a strategy asks; `nil` where it is not one for the accessibility tree.
    init?(_ strategy: SelectorStrategy) {
        switch strategy {
        case .role(let role, let name): (self.role, self.name) = (role.lowercased(), name)
        case .label(let pattern): (role, name) = (nil, pattern)
        default: return nil
        }
    }

    /// Whether a computed role is the one asked for: `img` and `image`, `none` and `presentation` are one.
    func isRole(_ computed: String) -> Bool {
        let same = ["img": "image", "presentation": "none"]
        let computed = computed.lowercased()
        guard let role else { return true }
        return same[computed] ?? computed == same[role] ?? role
    }

    /// Whether an element of a role can be meant: for a label, what has one.
    func canBe(_ computed: String) -> Bool {
        guard role == nil else { return isRole(computed) }
        return Self.labelled.contains(computed.lowercased())
    }

    private static let labelled: Set<String> = [
        "button", "checkbox", "combobox", "listbox", "radio", "searchbox", "slider", "spinbutton", "switch",
        "textbox",
    ]

    /// Whether a computed name is the one asked for, as the DOM has it or as CSS draws it.
    ///
    /// - Parameters:
    ///   - computed: The name in the accessibility tree, which has most texts as they are drawn.
    ///   - recased: The texts that are drawn in another case: as the DOM has each, and as it is drawn.
    /// - Returns: Whether it is.
    func isName(_ computed: String, recased: [[String]] = []) -> Bool {
        guard let name else { return true }
        let forms = [
            computed, computed.recased(recased, from: 1, to: 0), computed.recased(recased, from: 0, to: 1),
        ]
        let texts = forms.flatMap { [$0, $0.withoutIcons] }.map { TextPattern($0).text }
        if name.isExact { return texts.contains(name.text) }
        return texts.contains { $0.lowercased().contains(name.text.lowercased()) }
    }
}

extension String {
    /// The name with the texts that it is made of in another form; each text is looked for after the one before.
    fileprivate func recased(_ texts: [[String]], from: Int, to: Int) -> String {
        let texts = texts.filter { $0.count == 2 }
        let name = TextPattern(self).text
        if let whole = texts.first(where: { $0[from] == name }) { return whole[to] }
        var result = ""
        var rest = name[...]
        for text in texts {
            guard let range = rest.firstRange(of: text[from]) else { continue }
            result += rest[..<range.lowerBound] + text[to]
            rest = rest[range.upperBound...]
        }
        return result + rest
    }

    /// Without the icons of fonts, which are private characters: nobody reads those.
    fileprivate var withoutIcons: String {
        String(
            String.UnicodeScalarView(unicodeScalars.filter { $0.properties.generalCategory != .privateUse })
        )
    }
}
