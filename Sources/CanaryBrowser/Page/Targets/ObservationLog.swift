import CanaryModel

/// What was seen of a target or condition over several scripts, for the diagnosis.
struct ObservationLog {
    private let began = ContinuousClock.now
    private(set) var looks = 0
    private(set) var firstSeen: Int?
    private(set) var lastSeen: Int?
    private(set) var firstHeld: Int?
    private(set) var lastHeld: Int?

    /// How long has been looked, in ms.
    var waited: Int { began.duration(to: .now).milliseconds }

    /// Takes in what one script saw; its times count from `start`, in ms since the log began.
    mutating func add(looks: Int?, firstSeen: Double?, lastSeen: Double?, from start: Int) {
        self.looks = self.looks.adding(clamped: looks ?? 0)
        if self.firstSeen == nil, let firstSeen {
            self.firstSeen = start.adding(clamped: Int(clamped: firstSeen))
        }
        if let lastSeen { self.lastSeen = start.adding(clamped: Int(clamped: lastSeen)) }
    }

    /// Takes in when a condition held during one script, likewise.
    mutating func add(firstHeld: Double?, lastHeld: Double?, from start: Int) {
        if self.firstHeld == nil, let firstHeld {
            self.firstHeld = start.adding(clamped: Int(clamped: firstHeld))
        }
        if let lastHeld { self.lastHeld = start.adding(clamped: Int(clamped: lastHeld)) }
    }
}
