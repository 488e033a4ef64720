import CanaryModel

/// What `awaitConditions` (`judge.js`) saw.
struct SeenConditions: Decodable, Sendable {
    /// One condition at the last look.
    struct State: Decodable, Sendable {
        var holds: Bool
        /// Whether it would hold if no more of the document was to come.
        var isComing: Bool?
        var reason: Diagnosis.Reason?
        var actual: String?
        var matches: Int
        var visible: Int
        var elements: [String]
        var hiddenBy: String?
        /// What is painted over all that is in view of the first match that can be seen.
        var coveredBy: String?
        /// Milliseconds since the script began.
        var firstSeen: Double?
        var lastSeen: Double?
        var firstHeld: Double?
        var lastHeld: Double?
        var alternative: Int?
        /// How it was at the last look at which something matched, where nothing does now.
        var before: Earlier?
    }

    /// A condition at an earlier look.
    struct Earlier: Decodable, Sendable {
        var holds: Bool
        var reason: Diagnosis.Reason?
        var actual: String?
        var elements: [String]
        var hiddenBy: String?
    }

    /// Whether all hold.
    var holds: Bool?
    /// The states, in the order of the conditions.
    var conditions: [State]?
    var looks: Int?
}

/// Conditions as they were seen, and where.
typealias Judgement = Answer<SeenConditions>
