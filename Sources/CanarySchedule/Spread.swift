/// How long after its time a canary starts, so that many with one schedule do not start at once.
///
/// It is the same in each run and after each restart, as it is made of the name alone.
public enum Spread {
    /// The longest delay of a rate and of a cron expression, in milliseconds.
    private static let longest = (rate: 60_000, cron: 10_000)

    /// The delay, in milliseconds.
    ///
    /// - Parameters:
    ///   - name: The canary's name.
    ///   - schedule: Its schedule: a rate's delay is less than its interval, and than a minute.
    /// - Returns: The delay; 0 for what runs once.
    public static func delay(of name: String, by schedule: Schedule) -> Int {
        switch schedule {
        case .once: 0
        case .rate(let seconds): Int(hash(name) % UInt64(min(seconds * 1000, longest.rate)))
        case .cron: Int(hash(name) % UInt64(longest.cron))
        }
    }

    /// FNV-1a of 64 bits, mixed once more: names that differ in one letter at their end would lie near to each other.
    private static func hash(_ name: String) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        hash = (hash ^ (hash >> 33)) &* 0xFF51_AFD7_ED55_8CCD
        return hash ^ (hash >> 33)
    }
}
