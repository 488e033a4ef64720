import CanaryModel

/// A way to name an element that may be meant (`near.js`).
struct NearName: Decodable, Sendable {
    /// The selector as a flow file has it.
    var written: String
    /// `role` or `label`, where the accessibility tree has yet to confirm it.
    var by: String?
    /// The role or label.
    var value: String?
    /// The accessible name, for a role.
    var name: String?
    /// The selector to offer where it does not.
    var otherwise: String?
}

extension NearName {
    /// The target that the accessibility tree must find; `nil` where the page has verified it.
    var unconfirmed: Target? {
        guard let by, let value else { return nil }
        let strategy: SelectorStrategy =
            by == "role"
            ? .role(value, name: name.map { TextPattern($0, isExact: true) })
            : .label(TextPattern(value, isExact: true))
        return Target(Selector(strategy, written: written))
    }
}
