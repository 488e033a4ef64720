import CanaryModel

/// The role and name that a target asks of the accessibility tree.
struct AccessibleName {
    /// The role; `nil` for a label, which any field may have.
    let role: String?
    /// The name; `nil`: any.
    let name: TextPattern?

    /// What a strategy asks; `nil` where it is none for the accessibility tree.
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

    /// Whether a computed name is the one asked for.
    func isName(_ computed: String) -> Bool {
        guard let name else { return true }
        let texts = [computed, computed.withoutIcons].map { TextPattern($0).text }
        // The tree has the text as CSS has made it: `text-transform: uppercase` is not what the author means.
        if name.isExact { return texts.contains { $0 == name.text || $0 == name.text.uppercased() } }
        return texts.contains { $0.lowercased().contains(name.text.lowercased()) }
    }
}

extension String {
    /// Without the icons of fonts, which are private characters: nobody reads those.
    fileprivate var withoutIcons: String {
        String(
            String.UnicodeScalarView(unicodeScalars.filter { $0.properties.generalCategory != .privateUse })
        )
    }
}
