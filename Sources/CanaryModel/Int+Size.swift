extension Int {
    /// A number of bytes as people read it: `512 bytes`, `41 kB`, `12.3 MB`, `1.5 GB`.
    package var size: String {
        switch self {
        case 1: return "1 byte"
        case ..<1000: return "\(self) bytes"
        case ..<999_500: return "\((self + 500) / 1000) kB"
        case ..<999_950_000: return Self.tenths((self + 50_000) / 100_000) + " MB"
        default: return Self.tenths(adding(clamped: 50_000_000) / 100_000_000) + " GB"
        }
    }

    private static func tenths(_ count: Int) -> String {
        count % 10 == 0 ? "\(count / 10)" : "\(count / 10).\(count % 10)"
    }
}
