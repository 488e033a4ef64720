/// The days of a cron expression: by their number in the month, or by their name.
enum CronDays: Sendable, Hashable {
    /// Numbers of the month, a bit each.
    case ofMonth(UInt64)
    /// The last of the month: `L`.
    case lastOfMonth
    /// The weekday that is nearest to a day, in the same month: `3W`; none in a month without that day.
    case nearestWeekday(Int)
    /// Days of the week, a bit each, from 1 for Sunday.
    case ofWeek(UInt64)
    /// The last such day of the month: `6L`.
    case last(weekday: Int)
    /// The so-manieth such day of the month: `3#2`.
    case nth(weekday: Int, number: Int)

    /// Whether a day is one of them.
    func include(_ day: CivilTime) -> Bool {
        switch self {
        case .ofMonth(let set): set & (1 << UInt64(day.day)) != 0
        case .lastOfMonth: day.day == day.daysInMonth
        case .nearestWeekday(let number): day.day == Self.weekday(nearestTo: number, in: day)
        case .ofWeek(let set): set & (1 << UInt64(day.weekday)) != 0
        case .last(let weekday): day.weekday == weekday && day.day + 7 > day.daysInMonth
        case .nth(let weekday, let number): day.weekday == weekday && (day.day + 6) / 7 == number
        }
    }

    /// It never leaves its month: the first on a Saturday is Monday the third.
    private static func weekday(nearestTo number: Int, in day: CivilTime) -> Int? {
        guard number <= day.daysInMonth else { return nil }
        let wanted = CivilTime(year: day.year, month: day.month, day: number)
        switch wanted.weekday {
        case 7: return number == 1 ? 3 : number - 1
        case 1: return number == day.daysInMonth ? number - 2 : number + 1
        default: return number
        }
    }
}
