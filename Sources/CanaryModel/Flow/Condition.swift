/// Something that must hold on the page: one element of `expect` or `waitFor`.
public struct Condition: Sendable, Hashable {
    /// What is looked at, and what it must be.
    public enum Kind: Sendable, Hashable {
        /// The target is in a state.
        case state(ElementState, Target)
        /// The rendered text of the target, white space normalised.
        case text(Target, Comparison)
        /// The value of a form field.
        case value(Target, Comparison)
        /// An attribute of the target.
        case attribute(Target, name: String, Comparison)
        /// The number of matches, visible or not.
        case count(Target, Comparison)
        /// The title of the page.
        case title(Comparison)
        /// The URL of the page.
        case url(Comparison)
        /// What a script returns, as text.
        case script(Script, Comparison)
    }

    /// What must hold.
    public let kind: Kind
    /// A name for people (`as`).
    public let name: String?
    /// Whether it must *not* hold (`not: true`).
    public let isNegated: Bool
    /// Where it stands in its file.
    public let position: SourcePosition

    /// Makes a condition.
    public init(_ kind: Kind, name: String? = nil, isNegated: Bool = false, position: SourcePosition) {
        self.kind = kind
        self.name = name
        self.isNegated = isNegated
        self.position = position
    }

    /// Makes a condition that stands in Swift.
    public init(
        _ kind: Kind,
        name: String? = nil,
        isNegated: Bool = false,
        file: String = #filePath,
        line: Int = #line
    ) {
        let position = SourcePosition(file: file, line: line, column: 1)
        self.init(kind, name: name, isNegated: isNegated, position: position)
    }
}

extension Condition {
    /// The target, where the condition has one.
    public var target: Target? {
        switch kind {
        case .state(_, let target), .text(let target, _), .value(let target, _),
            .attribute(let target, _, _), .count(let target, _):
            target
        case .title, .url, .script: nil
        }
    }
}

extension Condition {
    /// What conditions are of, by their keys in a flow file.
    public enum Key: Sendable, Hashable, CaseIterable, RawRepresentable {
        case state(ElementState)
        case text, value, attribute, count, title, url, script

        /// All of them; those of one element's state first.
        public static let allCases =
            ElementState.allCases.map(Key.state) + [.text, .value, .attribute, .count, .title, .url, .script]

        private static let byWord = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

        /// The kind of a key in a flow file; `nil` where there is none.
        public init?(rawValue: String) {
            guard let key = Self.byWord[rawValue] else { return nil }
            self = key
        }

        /// Its key in a flow file.
        public var rawValue: String {
            switch self {
            case .state(let state): state.rawValue
            case .text: "text"
            case .value: "value"
            case .attribute: "attribute"
            case .count: "count"
            case .title: "title"
            case .url: "url"
            case .script: "script"
            }
        }
    }
}

extension Condition.Kind {
    /// What it is of.
    public var key: Condition.Key {
        switch self {
        case .state(let state, _): .state(state)
        case .text: .text
        case .value: .value
        case .attribute: .attribute
        case .count: .count
        case .title: .title
        case .url: .url
        case .script: .script
        }
    }
}
