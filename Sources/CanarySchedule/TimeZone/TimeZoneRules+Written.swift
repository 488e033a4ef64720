extension TimeZoneRules {
    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]

    /// A time as people read it there: `Tue 2026-12-01 10:00:00 +01:00`, in UTC `Tue 2026-12-01 09:00:00 UTC`.
    ///
    /// - Parameter time: In seconds since 1970.
    /// - Returns: The local time with its distance from UTC.
    public func written(_ time: Int) -> String {
        let offset = offset(at: time)
        let local = CivilTime(seconds: time + offset)
        let day = [local.year, local.month, local.day].map(\.twoDigits).joined(separator: "-")
        let clock = [local.hour, local.minute, local.second].map(\.twoDigits).joined(separator: ":")
        let distance = [abs(offset) / 3600, abs(offset) / 60 % 60].map(\.twoDigits).joined(separator: ":")
        let zone = self == .utc ? "UTC" : (offset < 0 ? "-" : "+") + distance
        return "\(Self.days[local.weekday - 1]) \(day) \(clock) \(zone)"
    }
}

extension Int {
    fileprivate var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}
