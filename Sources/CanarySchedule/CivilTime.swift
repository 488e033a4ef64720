/// A date and a time of day, in no time zone, by the Gregorian calendar.
struct CivilTime: Sendable, Hashable, Comparable {
    var year: Int
    /// From 1.
    var month: Int
    /// From 1.
    var day: Int
    var hour = 0
    var minute = 0
    var second = 0

    /// The time that is so many seconds after the begin of 1970.
    init(seconds: Int) {
        let days = seconds.quotient(by: 86_400)
        self.init(day: days)
        let rest = seconds - days * 86_400
        (hour, minute, second) = (rest / 3600, rest / 60 % 60, rest % 60)
    }

    init(year: Int, month: Int, day: Int, hour: Int = 0, minute: Int = 0, second: Int = 0) {
        (self.year, self.month, self.day) = (year, month, day)
        (self.hour, self.minute, self.second) = (hour, minute, second)
    }

    /// The begin of the day that is so many days after the first of 1970.
    ///
    /// Years begin with March, so that a leap day is the last of its year; an era has 400 years.
    private init(day number: Int) {
        let shifted = number + 719_468
        let era = shifted.quotient(by: 146_097)
        let dayOfEra = shifted - era * 146_097
        let year = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * year + year / 4 - year / 100)
        let month = (5 * dayOfYear + 2) / 153
        self.day = dayOfYear - (153 * month + 2) / 5 + 1
        self.month = month < 10 ? month + 3 : month - 9
        self.year = year + era * 400 + (self.month <= 2 ? 1 : 0)
    }

    /// How many days the date is after the first of 1970.
    var days: Int {
        let year = month <= 2 ? year - 1 : year
        let era = year.quotient(by: 400)
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    /// How many seconds it is after the begin of 1970.
    var seconds: Int { days * 86_400 + hour * 3600 + minute * 60 + second }

    /// The day of the week, from 1 for Sunday.
    var weekday: Int { (days + 4).remainder(by: 7) + 1 }

    /// How many days its month has.
    var daysInMonth: Int { Self.days(in: month, of: year) }

    static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func < (one: CivilTime, other: CivilTime) -> Bool { one.seconds < other.seconds }
}

extension Int {
    /// The quotient rounded down, also below zero.
    func quotient(by divisor: Int) -> Int { self >= 0 ? self / divisor : -((divisor - 1 - self) / divisor) }

    /// What is left of that, never negative.
    func remainder(by divisor: Int) -> Int { self - quotient(by: divisor) * divisor }
}
