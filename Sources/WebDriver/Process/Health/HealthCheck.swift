/// One thing that a run needs of the machine, and how it is.
public struct HealthCheck: Sendable, Hashable {
    /// How good it is.
    public enum State: String, Sendable, Hashable, Comparable {
        /// As it should be.
        case ok
        /// A run works, with a drawback.
        case warning
        /// No run works.
        case broken

        /// Whether the left one is the better.
        public static func < (left: State, right: State) -> Bool { left.rank < right.rank }

        private var rank: Int {
            switch self {
            case .ok: 0
            case .warning: 1
            case .broken: 2
            }
        }
    }

    /// What was looked at: `browser`.
    public let name: String
    /// How good it is.
    public let state: State
    /// What was seen, in one line.
    public let seen: String
    /// What fixes it, as a command for Debian and Ubuntu where there is one; `nil` where all is well.
    public let advice: String?

    /// Makes a check's result.
    public init(_ name: String, _ state: State, _ seen: String, advice: String? = nil) {
        self.name = name
        self.state = state
        self.seen = seen
        self.advice = advice
    }
}
