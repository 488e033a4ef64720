extension DemoSite {
    /// How the site misbehaves: path patterns, and the effects that each of them has.
    ///
    ///     site.behaviour = [
    ///         "/dashboard": [.hide("#nav-menu"), .spinner(for: .seconds(2))],
    ///         "POST /login": [.status(500)],
    ///         "/api/*": [.delay(.milliseconds(400))],
    ///     ]
    ///
    /// A pattern is a path, a beginning of paths with `*` at its end, or `*` for all; a method before it
    /// narrows it. All patterns that match count, in their order.
    public struct Behaviour: Sendable, Hashable {
        /// A pattern and its effects.
        public struct Rule: Sendable, Hashable {
            /// The pattern: `[METHOD ]PATH[*]`.
            public var pattern: String
            /// The effects, applied in their order.
            public var effects: [Effect]

            /// Makes a rule.
            public init(pattern: String, effects: [Effect]) {
                self.pattern = pattern
                self.effects = effects
            }
        }

        /// The rules, in order.
        public var rules: [Rule]

        /// Makes a behaviour; without rules the site works as it should.
        public init(rules: [Rule] = []) {
            self.rules = rules
        }

        /// The behaviour of a site that takes `total` over one sign-in.
        ///
        /// A quarter each for the sign-in page, the form sent, the dashboard, and the panels' data
        /// (requested side by side). The landing page and the sign-out take nothing.
        public static func signInTaking(_ total: Duration) -> Behaviour {
            let effects = [Effect.delay(total / 4)]
            return ["/login": effects, "/dashboard": effects, "/api/*": effects]
        }

        /// The effects on `request`; those that happen once are gone with it.
        mutating func takeEffects(for request: Request) -> [Effect] {
            var effects: [Effect] = []
            for index in rules.indices where rules[index].matches(request) {
                for case .once(let effect) in rules[index].effects { effects.append(effect) }
                rules[index].effects.removeAll(where: \.isOnce)
                effects += rules[index].effects
            }
            return effects
        }
    }
}

extension DemoSite.Behaviour: ExpressibleByDictionaryLiteral {
    /// Makes a behaviour of pairs of pattern and effects.
    public init(dictionaryLiteral elements: (String, [DemoSite.Effect])...) {
        rules = elements.map { Rule(pattern: $0, effects: $1) }
    }
}

extension DemoSite.Behaviour.Rule {
    func matches(_ request: DemoSite.Request) -> Bool {
        var path = pattern[...]
        if let space = path.firstIndex(of: " ") {
            guard path[..<space] == request.method else { return false }
            path = path[path.index(after: space)...]
        }
        return path.hasSuffix("*") ? request.path.hasPrefix(path.dropLast()) : request.path == path
    }
}
