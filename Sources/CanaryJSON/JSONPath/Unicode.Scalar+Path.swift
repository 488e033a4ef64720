extension Unicode.Scalar {
    /// Whether a name without quotes may begin with it.
    var canBeginName: Bool {
        switch self {
        case "a"..."z", "A"..."Z", "_": true
        default: value >= 0x80
        }
    }

    /// Whether a name without quotes may have it after its beginning.
    var canBeInName: Bool { canBeginName || isDecimalDigit }

    /// Whether it is one of `0` to `9`.
    var isDecimalDigit: Bool { ("0"..."9").contains(self) }

    /// Whether the grammar takes it for white space.
    var isPathSpace: Bool { self == " " || self == "\t" || self == "\n" || self == "\r" }
}
