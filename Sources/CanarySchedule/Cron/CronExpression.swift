/// The times of a calendar: minutes, hours, days and months, by CloudWatch's grammar.
public struct CronExpression: Sendable, Hashable {
    private let minutes: UInt64
    private let hours: UInt64
    private let months: UInt64
    private let days: CronDays

    /// Reads the six fields.
    ///
    /// - Parameter text: `minutes hours day-of-month month day-of-week year`.
    /// - Throws: ``ScheduleMistake``, also for what never comes, as the 31st of February.
    public init(_ text: String) throws(ScheduleMistake) {
        let fields = text.split(separator: " ")
        guard fields.count == 6 else { throw Self.wrongCount(fields) }
        guard fields[5] == "*" else {
            throw ScheduleMistake(
                "the field year must be '*', not '\(fields[5])'",
                fix: "write * in its place"
            )
        }
        minutes = try CronField.minutes.set(fields[0])
        hours = try CronField.hours.set(fields[1])
        months = try CronField.months.set(fields[3])
        days = try CronDays(month: fields[2], week: fields[4])
        guard next(after: CivilTime(year: 2000, month: 1, day: 1)) != nil else {
            throw ScheduleMistake("'\(text)' never comes: no such month has this day")
        }
    }

    private static func wrongCount(_ fields: [Substring]) -> ScheduleMistake {
        var fix = "write minutes, hours, day of month, month, day of week, year: cron(0 10 * * ? *)"
        if fields.count == 5 {
            var six = fields.map(String.init) + ["*"]
            if six[2] == "*", six[4] == "*" { six[4] = "?" }
            fix = "write cron(\(six.joined(separator: " ")))"
        }
        return ScheduleMistake("cron takes 6 fields, not \(fields.count)", fix: fix)
    }

    /// Whether it is for every hour: such a schedule goes on through the hours that a time zone skips or doubles.
    var isForEveryHour: Bool { hours == 0xFF_FFFF }

    /// The next time in no time zone.
    ///
    /// - Returns: The time; `nil` where none comes in the next 30 years, which the 29th of February does.
    func next(after time: CivilTime) -> CivilTime? {
        var day = time
        for _ in 0..<11_000 {
            if months & (1 << UInt64(day.month)) != 0, days.include(day),
                let found = firstTime(on: day, after: time)
            {
                return found
            }
            day = CivilTime(seconds: (day.days + 1) * 86_400)
        }
        return nil
    }

    private func firstTime(on day: CivilTime, after time: CivilTime) -> CivilTime? {
        for hour in 0..<24 where hours & (1 << UInt64(hour)) != 0 {
            for minute in 0..<60 where minutes & (1 << UInt64(minute)) != 0 {
                let found = CivilTime(
                    year: day.year,
                    month: day.month,
                    day: day.day,
                    hour: hour,
                    minute: minute
                )
                if found > time { return found }
            }
        }
        return nil
    }

    /// The longest time between two of the next ten, in seconds: more than a year for the 29th of February.
    public var longestGap: Int {
        var (longest, last) = (0, CivilTime(year: 2025, month: 1, day: 1))
        for _ in 0..<10 {
            guard let next = next(after: last) else { break }
            longest = max(longest, next.seconds - last.seconds)
            last = next
        }
        return longest
    }
}
