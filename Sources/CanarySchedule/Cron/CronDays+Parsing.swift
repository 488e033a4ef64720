extension CronDays {
    /// Reads both fields of days, of which one is `?`.
    init(month: Substring, week: Substring) throws(ScheduleMistake) {
        guard (month == "?") != (week == "?") else {
            let fix = month == "?" ? "write * for one of them" : "write ? for the one that does not matter"
            throw ScheduleMistake("exactly one of day of month and day of week is '?'", fix: fix)
        }
        self = week == "?" ? try Self.ofMonth(month) : try Self.ofWeek(week)
    }

    private static func ofMonth(_ text: Substring) throws(ScheduleMistake) -> CronDays {
        let field = CronField.daysOfMonth
        let upper = text.uppercased()
        if upper == "L" { return .lastOfMonth }
        if upper.contains("L") {
            throw field.mistake("knows L alone only, not '\(text)'", text, fix: "write L for the last day")
        }
        guard upper.hasSuffix("W") || upper.contains("W") else { return .ofMonth(try field.set(text)) }
        guard upper.hasSuffix("W"), !upper.contains(",") else {
            throw field.mistake(
                "takes W behind one day only, not '\(text)'",
                text,
                fix: "write one such as 3W"
            )
        }
        return .nearestWeekday(try field.number(text.dropLast()))
    }

    private static func ofWeek(_ text: Substring) throws(ScheduleMistake) -> CronDays {
        let field = CronField.daysOfWeek
        let upper = text.uppercased()
        if upper == "L" { return .ofWeek(1 << 7) }
        if upper.contains("#") { return try nth(text) }
        guard upper.hasSuffix("L") else { return .ofWeek(try field.set(text)) }
        guard !upper.contains(",") else {
            throw field.mistake(
                "takes L behind one day only, not '\(text)'",
                text,
                fix: "write one such as 6L"
            )
        }
        return .last(weekday: try field.number(text.dropLast()))
    }

    private static func nth(_ text: Substring) throws(ScheduleMistake) -> CronDays {
        let field = CronField.daysOfWeek
        let parts = text.split(separator: "#", omittingEmptySubsequences: false)
        guard parts.count == 2, !text.contains(",") else {
            throw field.mistake("takes one # alone, not '\(text)'", text, fix: "write one such as 3#2")
        }
        guard let number = Int(parts[1]), (1...5).contains(number) else {
            throw field.mistake("takes # with 1 to 5, not '\(text)'", text, fix: "write one such as 3#2")
        }
        return .nth(weekday: try field.number(parts[0]), number: number)
    }
}
