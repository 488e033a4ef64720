extension Duration {
    /// The duration in the protocol's unit, rounded up so that what is more than nothing stays so.
    var wholeMilliseconds: Int {
        let (seconds, attoseconds) = components
        return Int(seconds) * 1000 + Int((attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
