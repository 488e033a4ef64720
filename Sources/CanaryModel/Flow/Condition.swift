/// Something that must hold on the page: one element of `expect` or `waitFor`.
public struct Condition: Sendable, Hashable {
    /// What is looked at, and what it must be.
    public enum Kind: Sendable, Hashable {
        /// The target is in a state.
        case state(ElementState, Target)
        /// What is read of the page, compared.
        case reading(Reading, Comparison)
        /// What a script returns, as text.
        case script(Script, Comparison)
        /// What is read of a response, tested.
        indirect case response(ResponseReading, ValueTest)
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
        case .state(_, let target): target
        case .reading(let reading, _): reading.target
        case .script, .response: nil
        }
    }

    /// Whether it looks at a response and not at a page.
    public var isOfResponse: Bool { if case .response = kind { true } else { false } }

    /// Whether it holds whatever the page shows, since every text fits what it compares with.
    package var fitsEveryText: Bool {
        switch kind {
        case .state: false
        case .response(_, let test): test.fitsEveryText
        case .reading(.text, let comparison), .reading(.title, let comparison):
            comparison.fitsEveryText(isNormalised: true)
        case .reading(_, let comparison), .script(_, let comparison): comparison.fitsEveryText()
        }
    }
}

extension Condition {
    /// What conditions are of, by their keys in a flow file.
    public enum Key: Sendable, Hashable, CaseIterable, RawRepresentable {
        case state(ElementState)
        case reading(Reading.Kind)
        case script
        case response(ResponseReading.Kind)

        /// All of them; those of one element's state first.
        public static let allCases =
            ElementState.allCases.map(Key.state) + Reading.Kind.allCases.map(Key.reading) + [.script]
            + ResponseReading.Kind.allCases.map(Key.response)

        private static let byWord = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })

        /// The kind of a key in a flow file; `nil` where there is none.
        public init?(rawValue: String) {
            guard let key = Self.byWord[rawValue] else { return nil }
            self = key
        }

        /// Whether it looks at a response and not at a page.
        public var isOfResponse: Bool { if case .response = self { true } else { false } }

        /// Its key in a flow file.
        public var rawValue: String {
            switch self {
            case .state(let state): state.rawValue
            case .reading(let kind): kind.rawValue
            case .script: "script"
            case .response(let kind): kind.rawValue
            }
        }
    }
}

extension Condition.Kind {
    /// What it is of.
    public var key: Condition.Key {
        switch self {
        case .state(let state, _): .state(state)
        case .reading(let reading, _): .reading(reading.kind)
        case .script: .script
        case .response(let reading, _): .response(reading.kind)
        }
    }
}

// Conditions as they are written in Swift.
extension Condition.Kind {
    /// The rendered text of the target, white space normalised.
    public static func text(_ target: Target, _ comparison: Comparison) -> Self {
        .reading(.text(target), comparison)
    }

    /// The value of a form field.
    public static func value(_ target: Target, _ comparison: Comparison) -> Self {
        .reading(.value(target), comparison)
    }

    /// An attribute of the target.
    public static func attribute(_ target: Target, name: String, _ comparison: Comparison) -> Self {
        .reading(.attribute(target, name: name), comparison)
    }

    /// The number of matches, visible or not.
    public static func count(_ target: Target, _ comparison: Comparison) -> Self {
        .reading(.count(target), comparison)
    }

    /// The title of the page.
    public static func title(_ comparison: Comparison) -> Self { .reading(.title, comparison) }

    /// The URL of the page.
    public static func url(_ comparison: Comparison) -> Self { .reading(.url, comparison) }
}
