extension SchemaFormat {
    /// RFC 3339, `date-time`.
    static func isDateTime(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count > 11, bytes[10] | 0x20 == UInt8(ascii: "t") else { return false }
        return isDate(String(text.prefix(10))) && isTime(String(text.dropFirst(11)))
    }

    /// RFC 3339, `full-date`: a day that there is.
    static func isDate(_ text: String) -> Bool {
        guard let match = text.wholeMatch(of: #/([0-9]{4})-([0-9]{2})-([0-9]{2})/#),
            let year = Int(match.1), let month = Int(match.2), let day = Int(match.3)
        else { return false }
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return 1...12 ~= month && 1...days[month - 1] ~= day
    }

    /// RFC 3339, `full-time`.
    ///
    /// A leap second is one only at the end of a day of UTC.
    static func isTime(_ text: String) -> Bool {
        let shape = #/([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.[0-9]+)?(?:[zZ]|([+-])([0-9]{2}):([0-9]{2}))/#
        guard let match = text.wholeMatch(of: shape), let hour = Int(match.1), let minute = Int(match.2),
            let second = Int(match.3), hour < 24, minute < 60, second <= 60
        else { return false }
        let offsetHour = match.5.flatMap { Int($0) } ?? 0
        let offsetMinute = match.6.flatMap { Int($0) } ?? 0
        guard offsetHour < 24, offsetMinute < 60 else { return false }
        if second < 60 { return true }
        let offset = (offsetHour * 60 + offsetMinute) * (match.4 == "-" ? -1 : 1)
        return (hour * 60 + minute - offset + 1440) % 1440 == 1439
    }
}
