extension Schedule {
    /// The shortest time between two runs, in seconds: beyond what the cloud offers, which is a minute.
    private static let shortest = 10
    /// The longest of a rate, in seconds.
    private static let longest = 3600

    /// Reads an expression.
    ///
    /// - Parameter text: `rate(N unit)` or `cron(m h dom mon dow year)`; blanks around its parts do not count.
    /// - Throws: ``ScheduleMistake``.
    public init(_ text: String) throws(ScheduleMistake) {
        let trimmed = text.trimmed
        if let inner = trimmed.inside("rate") {
            self = try Self.rate(inner)
        } else if let inner = trimmed.inside("cron") {
            self = .cron(try CronExpression(inner))
        } else {
            throw Self.noExpression(trimmed)
        }
    }

    private static func noExpression(_ text: String) -> ScheduleMistake {
        let fields = text.split(separator: " ").count
        if fields == 5 || fields == 6 {
            return ScheduleMistake("a schedule stands in rate(…) or cron(…)", fix: "write cron(\(text))")
        }
        return ScheduleMistake(
            "'\(text)' is no schedule",
            fix: "write one such as rate(5 minutes) or cron(0 10 * * ? *)"
        )
    }

    private static func rate(_ inner: String) throws(ScheduleMistake) -> Schedule {
        let parts = inner.split(separator: " ").map(String.init)
        guard parts.count == 2 else {
            throw ScheduleMistake("rate takes a number and a unit", fix: "write one such as rate(5 minutes)")
        }
        guard let number = Int(parts[0]), number >= 0 else {
            throw ScheduleMistake(
                "rate takes a whole number, not '\(parts[0])'",
                fix: "write rate(5 minutes)"
            )
        }
        guard let unit = seconds(in: parts[1]) else {
            throw ScheduleMistake(
                "rate takes seconds, minutes or hours, not '\(parts[1])'",
                fix: parts[1].hasPrefix("day") ? "use cron(0 0 * * ? *) for once a day" : nil
            )
        }
        if number == 0 { return .once }
        let (seconds, isTooMuch) = number.multipliedReportingOverflow(by: unit)
        guard !isTooMuch, seconds <= longest else {
            let hours = isTooMuch ? 23 : max(2, min(seconds / 3600, 23))
            throw ScheduleMistake("a rate is at most 1 hour", fix: "use cron(0 0/\(hours) * * ? *)")
        }
        guard seconds >= shortest else {
            throw ScheduleMistake("a rate is at least \(shortest) seconds", fix: "write rate(10 seconds)")
        }
        return .rate(seconds: seconds)
    }

    private static func seconds(in unit: String) -> Int? {
        switch unit.lowercased() {
        case "second", "seconds": 1
        case "minute", "minutes": 60
        case "hour", "hours": 3600
        default: nil
        }
    }
}

extension String {
    /// The text without blanks around it.
    fileprivate var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }

    /// What stands in the brackets after a word; `nil` where it is not so.
    fileprivate func inside(_ word: String) -> String? {
        guard lowercased().hasPrefix(word + "("), hasSuffix(")") else { return nil }
        return String(dropFirst(word.count + 1).dropLast()).trimmed
    }
}
