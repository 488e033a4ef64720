extension Duration {
    /// The duration in whole milliseconds, rounded to the nearest; no more than an `Int` can hold.
    public var milliseconds: Int {
        let (seconds, attoseconds) = components
        let half: Int64 = attoseconds < 0 ? -500_000_000_000_000 : 500_000_000_000_000
        let (whole, overflows) = Int(seconds).multipliedReportingOverflow(by: 1000)
        if overflows { return seconds < 0 ? .min : .max }
        return whole + Int((attoseconds + half) / 1_000_000_000_000_000)
    }
}
