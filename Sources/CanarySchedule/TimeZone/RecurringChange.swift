/// The rule by which a time zone changes every year, as POSIX writes it: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct RecurringChange: Sendable, Hashable {
    /// A day of every year with a time of day.
    enum Day: Sendable, Hashable {
        /// The so-manieth such weekday (0 is Sunday) of a month; the fifth is the last.
        case weekday(month: Int, week: Int, day: Int)
        /// A day of the year from 1, on which the 29th of February is not counted.
        case ofYear(Int)
        /// A day of the year from 0, on which it is.
        case ofLeapYear(Int)
    }

    /// When one of both changes is, in local time before it.
    struct Moment: Sendable, Hashable {
        var day: Day
        /// In seconds from midnight on; may be negative, or longer than a day.
        var time = 7200
    }

    /// In seconds east of UTC, as the next.
    var standard: Int
    /// Where there is daylight saving time.
    var daylight: Int?
    var begin: Moment?
    var end: Moment?

    func offset(at time: Int) -> Int {
        guard let daylight, let begin, let end else { return standard }
        let year = CivilTime(seconds: time + standard).year
        let (from, to) = (moment(begin, year) - standard, moment(end, year) - daylight)
        let isDaylight = from < to ? from <= time && time < to : time >= from || time < to
        return isDaylight ? daylight : standard
    }

    func change(after time: Int) -> Int? {
        guard let daylight, let begin, let end else { return nil }
        let year = CivilTime(seconds: time).year
        let times = (year - 1...year + 1).flatMap {
            [moment(begin, $0) - standard, moment(end, $0) - daylight]
        }
        return times.filter { $0 > time }.min()
    }

    /// The local time of a change in a year, as seconds since 1970 would be in UTC.
    private func moment(_ moment: Moment, _ year: Int) -> Int {
        let first = CivilTime(year: year, month: 1, day: 1)
        switch moment.day {
        case .ofLeapYear(let day): return first.seconds + day * 86_400 + moment.time
        case .ofYear(let day):
            let isAfterLeapDay = day >= 60 && CivilTime.days(in: 2, of: year) == 29
            return first.seconds + (day - 1 + (isAfterLeapDay ? 1 : 0)) * 86_400 + moment.time
        case .weekday(let month, let week, let day):
            let begin = CivilTime(year: year, month: month, day: 1)
            var date = 1 + (day - (begin.weekday - 1)).remainder(by: 7) + (week - 1) * 7
            while date > begin.daysInMonth { date -= 7 }
            return begin.seconds + (date - 1) * 86_400 + moment.time
        }
    }
}
