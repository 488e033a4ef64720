/// What the main thread of a program has had of the machine's processors since it began.
public struct ProcessorTime: Sendable, Hashable {
    /// How long it ran.
    public var used: Duration
    /// How long it was ready to run, and waited for a processor that others had.
    public var waited: Duration
    /// How often it gave its processor up by itself, since it had nothing to do.
    public var rests: Int

    /// Makes a time.
    public init(used: Duration, waited: Duration, rests: Int) {
        (self.used, self.waited, self.rests) = (used, waited, rests)
    }
}

extension ProcessorTime {
    /// What came between two readings.
    static func - (later: Self, earlier: Self) -> Self {
        Self(
            used: max(.zero, later.used - earlier.used),
            waited: max(.zero, later.waited - earlier.waited),
            rests: max(0, later.rests - earlier.rests)
        )
    }
}
