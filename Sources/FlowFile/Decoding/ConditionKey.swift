/// The keys of a condition.
enum ConditionKey: String, CaseIterable {
    // What is looked at.
    case visible, uncovered, hidden, present, absent, enabled, disabled, checked, unchecked, focused
    case text, value, attribute, count, title, url, script
    // What goes with it.
    case name, `as`, not, args
    // What it is compared with.
    case equals, contains, matches, startsWith, endsWith, atLeast, atMost

    /// Whether the key says what is looked at.
    var isKind: Bool {
        switch self {
        case .name, .as, .not, .args: false
        default: comparison == nil
        }
    }

    var comparison: ComparisonKey? { ComparisonKey(rawValue: rawValue) }

    /// The key that other tools call by this name.
    static func synonym(of word: String) -> ConditionKey? {
        switch word.lowercased() {
        case "exists", "exist", "attached": .present
        case "missing", "gone", "removed", "detached", "notexists": .absent
        case "invisible", "notvisible": .hidden
        case "title_is", "pagetitle": .title
        case "location", "path": .url
        case "is", "equal", "eq": .equals
        case "includes": .contains
        case "regex", "pattern": .matches
        case "min", "gte": .atLeast
        case "max", "lte": .atMost
        default: nil
        }
    }

    static let all = allCases.map(\.rawValue)
    static let kinds = allCases.filter(\.isKind).map(\.rawValue)
}

/// The ways to compare.
enum ComparisonKey: String, CaseIterable {
    case equals, contains, matches, startsWith, endsWith, atLeast, atMost

    static let texts: [ComparisonKey] = [.equals, .contains, .matches, .startsWith, .endsWith]
    static let numbers: [ComparisonKey] = [.equals, .atLeast, .atMost]
}
