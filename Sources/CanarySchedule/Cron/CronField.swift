/// A field of a cron expression that is a set of numbers: which, and how it is written.
struct CronField: Sendable, Hashable {
    /// What a message calls it.
    let name: String
    let range: ClosedRange<Int>
    /// The numbers that have names, in their order from the first of the range.
    var names: [String] = []
    /// Whether `a/b` and `a-b/c` are known in it.
    var takesSteps = true
    /// A word on what its numbers mean.
    var meaning = ""

    static let minutes = CronField(name: "minutes", range: 0...59)
    static let hours = CronField(name: "hours", range: 0...23)
    static let daysOfMonth = CronField(name: "day of month", range: 1...31)
    static let months = CronField(
        name: "month",
        range: 1...12,
        names: ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]
    )
    static let daysOfWeek = CronField(
        name: "day of week",
        range: 1...7,
        names: ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"],
        takesSteps: false,
        meaning: " (SUN-SAT)"
    )

    /// The set of numbers that a text stands for, a bit each.
    func set(_ text: Substring) throws(ScheduleMistake) -> UInt64 {
        var set: UInt64 = 0
        for item in text.split(separator: ",", omittingEmptySubsequences: false) {
            if item.isEmpty { throw mistake("has nothing between two commas", text) }
            set |= try items(item)
        }
        return set
    }

    private func items(_ item: Substring) throws(ScheduleMistake) -> UInt64 {
        let parts = item.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2 else { throw mistake("has two steps in '\(item)'", item) }
        let step = parts.count == 2 ? try step(parts[1], item) : 1
        let (first, last) = try ends(parts[0], isStepped: parts.count == 2)
        // A range may go over the end: 22-2, FRI-MON.
        let length = range.count
        let count = (last - first).remainder(by: length) + 1
        var set: UInt64 = 0
        for offset in stride(from: 0, to: count, by: step) {
            set |= 1 << UInt64((first - range.lowerBound + offset) % length + range.lowerBound)
        }
        return set
    }

    private func ends(_ text: Substring, isStepped: Bool) throws(ScheduleMistake) -> (Int, Int) {
        if text == "*" { return (range.lowerBound, range.upperBound) }
        let ends = text.split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count <= 2 else { throw mistake("has two ranges in '\(text)'", text) }
        let first = try number(ends[0])
        if ends.count == 2 { return (first, try number(ends[1])) }
        return (first, isStepped ? range.upperBound : first)
    }

    private func step(_ text: Substring, _ item: Substring) throws(ScheduleMistake) -> Int {
        guard takesSteps else { throw mistake("takes no step, as in '\(item)'", item, fix: "list the days") }
        guard let step = Int(text), step > 0 else { throw mistake("has a step of '\(text)'", item) }
        guard step < range.count else {
            throw mistake(
                "has a step of \(step), which leaves one value",
                item,
                fix: "write \(range.lowerBound) in its place"
            )
        }
        return step
    }

    /// A number, or a name for one.
    func number(_ text: Substring) throws(ScheduleMistake) -> Int {
        if let place = names.firstIndex(of: text.uppercased()) { return range.lowerBound + place }
        if text == "?" { throw mistake("cannot be '?', which is for one of the days", text) }
        let isNumber = !text.isEmpty && text.utf8.allSatisfy { (48...57).contains($0) }
        guard isNumber, let number = Int(text), range.contains(number) else {
            let bounds = "\(range.lowerBound) to \(range.upperBound)\(meaning)"
            throw mistake("takes \(bounds), not '\(text)'", text)
        }
        return number
    }

    /// A mistake in this field.
    func mistake(_ what: String, _ text: Substring, fix: String? = nil) -> ScheduleMistake {
        ScheduleMistake("the field \(name) \(what)", fix: fix)
    }
}
