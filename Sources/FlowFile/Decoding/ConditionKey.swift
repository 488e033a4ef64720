import CanaryModel

/// A key of a condition.
enum ConditionKey: Hashable {
    /// What is looked at.
    case kind(Condition.Key)
    /// What goes with every condition.
    case modifier(ConditionModifier)
    /// What some kinds need or take.
    case parameter(ConditionParameter)
    /// What it is compared with.
    case comparison(ComparisonKey)
    /// How what is read of a response is tested.
    case test(ResponseTestKey)

    /// The key that is written so.
    init?(_ word: String) {
        guard let key = Self.byWord[word] else { return nil }
        self = key
    }

    /// What is looked at, where it says that.
    var kind: Condition.Key? { if case .kind(let kind) = self { kind } else { nil } }

    private static let keys =
        Condition.Key.allCases.map { ($0.rawValue, ConditionKey.kind($0)) }
        + ConditionModifier.allCases.map { ($0.rawValue, .modifier($0)) }
        + ConditionParameter.allCases.map { ($0.rawValue, .parameter($0)) }
        + ComparisonKey.allCases.map { ($0.rawValue, .comparison($0)) }
        + ResponseTestKey.allCases.map { ($0.rawValue, .test($0)) }

    private static let byWord = Dictionary(keys) { first, _ in first }

    /// All of them as they are written.
    static let all = keys.map(\.0)

    /// The key that other tools call by this name.
    static func synonym(of word: String) -> String? { synonyms[word.lowercased()] }

    private static let synonyms = Dictionary(
        Condition.Key.allCases.flatMap { key in key.row.synonyms.map { ($0, key.rawValue) } }
            + ComparisonKey.allCases.flatMap { key in key.synonyms.map { ($0, key.rawValue) } }
    ) { first, _ in first }
}

/// What goes with every condition.
enum ConditionModifier: String, CaseIterable {
    case `as`, not
}

/// What some kinds of conditions need or take.
enum ConditionParameter: String, CaseIterable {
    case name, args

    /// The kinds that it goes with.
    var owners: [Condition.Key] { Condition.Key.allCases.filter { $0.row.parameters.contains(self) } }
}

/// The ways to compare.
enum ComparisonKey: String, CaseIterable {
    case equals, contains, matches, startsWith, endsWith, atLeast, atMost

    static let texts: [ComparisonKey] = [.equals, .contains, .matches, .startsWith, .endsWith]
    static let numbers: [ComparisonKey] = [.equals, .atLeast, .atMost]

    /// What other tools call it, in lower case.
    var synonyms: [String] {
        switch self {
        case .equals: ["is", "equal", "eq"]
        case .contains: ["includes"]
        case .matches: ["regex", "pattern"]
        case .atLeast: ["min", "gte"]
        case .atMost: ["max", "lte"]
        case .startsWith, .endsWith: []
        }
    }
}
