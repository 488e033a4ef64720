extension Collection<UInt8> {
    /// The number of bytes of the white space that the text begins with, one character of it; 0 where it begins otherwise.
    var leadingWhiteSpace: Int {
        guard let first else { return 0 }
        return switch first {
        case 0x09...0x0D, 0x20: 1
        case 0xC2, 0xE2, 0xE3, 0xEF: Self.longerWhiteSpace.first { starts(with: $0) }?.count ?? 0
        default: 0
        }
    }

    /// No-break space, the spaces of typesetting, zero width space, line and paragraph separator, ideographic space and
    /// zero width no-break space.
    private static var longerWhiteSpace: [[UInt8]] {
        [[0xC2, 0xA0], [0xE3, 0x80, 0x80], [0xE2, 0x81, 0x9F], [0xEF, 0xBB, 0xBF]]
            + (Array(0x80...0x8B) + [0xA8, 0xA9, 0xAF]).map { [0xE2, 0x80, $0] }
    }
}
