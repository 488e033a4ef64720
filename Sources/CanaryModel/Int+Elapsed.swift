extension Int {
    /// A time in milliseconds as people read it: `41 ms`, `15.0 s`, `2m 05s`, `1h 02m`.
    package var elapsed: String {
        switch self {
        case ..<1000: return "\(self) ms"
        case ..<99_950:
            let tenths = (self + 50) / 100
            return "\(tenths / 10).\(tenths % 10) s"
        case ..<3_599_500:
            let seconds = (self + 500) / 1000
            return "\(seconds / 60)m " + String(100 + seconds % 60).dropFirst() + "s"
        default:
            let minutes = adding(clamped: 30_000) / 60_000
            return "\(minutes / 60)h " + String(100 + minutes % 60).dropFirst() + "m"
        }
    }
}
