extension Duration {
    /// Makes a duration from its written form: `500ms`, `10s`, `1.5s`, `2m`, `1h`, `1h30m`, `14d`.
    ///
    /// `nil` for anything else: no unit, a unit twice or after a smaller one, more than 455 days.
    package init?(written: String) {
        var rest = written.utf8[...]
        var total = 0.0
        var smallest = Double.infinity
        repeat {
            let digits = rest.prefix {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: ".")
            }
            rest = rest.dropFirst(digits.count)
            let unit = rest.prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            rest = rest.dropFirst(unit.count)
            guard let number = Double(String(Substring(digits))), digits.first != UInt8(ascii: "."),
                digits.last != UInt8(ascii: "."),
                let factor = Self.milliseconds[String(Substring(unit))], factor < smallest
            else { return nil }
            smallest = factor
            total += number * factor
        } while !rest.isEmpty
        guard total <= 39_312_000_000 else { return nil }
        self = .milliseconds(Int64(total.rounded()))
    }

    private static let milliseconds = ["ms": 1.0, "s": 1000, "m": 60_000, "h": 3_600_000, "d": 86_400_000]
}
