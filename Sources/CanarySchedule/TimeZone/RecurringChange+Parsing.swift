extension RecurringChange {
    /// Reads a rule; `nil` where it is not one.
    init?(_ text: String) {
        var reader = Reader(rest: text.utf8[...])
        guard reader.skipName(), let standard = reader.offset() else { return nil }
        self.init(standard: -standard)
        if reader.rest.isEmpty { return }
        guard reader.skipName() else { return nil }
        daylight = self.standard + 3600
        if let first = reader.rest.first, first != UInt8(ascii: ",") {
            guard let offset = reader.offset() else { return nil }
            daylight = -offset
        }
        guard let begin = reader.moment(), let end = reader.moment(), reader.rest.isEmpty else { return nil }
        (self.begin, self.end) = (begin, end)
    }

    private struct Reader {
        var rest: Substring.UTF8View

        /// `CET`, `<+0330>`.
        mutating func skipName() -> Bool {
            if take("<") {
                rest = rest.drop { $0 != UInt8(ascii: ">") }
                return take(">")
            }
            let name = rest.prefix { byte in
                (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
            }
            rest = rest[name.endIndex...]
            return name.count >= 3
        }

        /// `-1`, `+5:30`, `167:59:59`: in seconds.
        mutating func offset() -> Int? {
            let isNegative = take("-")
            if !isNegative { _ = take("+") }
            guard var seconds = number().map({ $0 * 3600 }) else { return nil }
            for unit in [60, 1] where take(":") {
                guard let part = number() else { return nil }
                seconds += part * unit
            }
            return isNegative ? -seconds : seconds
        }

        /// `,M3.5.0/2`, `,J60`, `,59`.
        mutating func moment() -> Moment? {
            guard take(","), let day = day() else { return nil }
            var moment = Moment(day: day)
            if take("/") {
                guard let time = offset() else { return nil }
                moment.time = time
            }
            return moment
        }

        private mutating func day() -> Day? {
            if take("J") { return number().flatMap { (1...365).contains($0) ? .ofYear($0) : nil } }
            guard take("M") else {
                return number().flatMap { (0...365).contains($0) ? .ofLeapYear($0) : nil }
            }
            guard let month = number(), take("."), let week = number(), take("."), let day = number(),
                (1...12).contains(month), (1...5).contains(week), (0...6).contains(day)
            else { return nil }
            return .weekday(month: month, week: week, day: day)
        }

        private mutating func number() -> Int? {
            let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            rest = rest[digits.endIndex...]
            return digits.count > 4 ? nil : Int(Substring(digits))
        }

        private mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard rest.first.map({ Unicode.Scalar($0) }) == character else { return false }
            rest.removeFirst()
            return true
        }
    }
}
