import CanaryModel

/// What `awaitConditions` (`judge.js`) saw.
struct Judgement: ScriptAnswer {
    /// One condition at the last look.
    struct State: Decodable, Sendable {
        var holds: Bool
        var reason: Diagnosis.Reason?
        var actual: String?
        var matches: Int
        var visible: Int
        var elements: [String]
        /// Milliseconds since the script began.
        var firstSeen: Double?
        var lastSeen: Double?
        var alternative: Int?
    }

    var leaving: Bool?
    var broken: String?
    var url: String?
    var title: String?
    var isTop: Bool?
    var document: Double?

    /// Whether all hold.
    var holds: Bool?
    /// The states, in the order of the conditions.
    var conditions: [State]?
    var looks: Int?
}
