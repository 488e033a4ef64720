import CanaryModel

/// What `awaitConditions` (`judge.js`) saw.
struct SeenConditions: Decodable, Sendable {
    /// One condition at the last look.
    struct State: Decodable, Sendable {
        var holds: Bool
        var reason: Diagnosis.Reason?
        var actual: String?
        var matches: Int
        var visible: Int
        var elements: [String]
        var hiddenBy: String?
        /// Milliseconds since the script began.
        var firstSeen: Double?
        var lastSeen: Double?
        var alternative: Int?
    }

    /// Whether all hold.
    var holds: Bool?
    /// The states, in the order of the conditions.
    var conditions: [State]?
    var looks: Int?
}

/// Conditions as they were seen, and where.
typealias Judgement = Answer<SeenConditions>
