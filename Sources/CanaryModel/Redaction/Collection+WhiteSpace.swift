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

    /// The number of bytes of the character that nobody sees with which the text begins: soft hyphen, zero width space,
    /// joiner, non-joiner and no-break space, word joiner; 0 where it begins otherwise.
    var leadingInvisible: Int {
        guard let first, [0xC2, 0xE2, 0xEF].contains(first) else { return 0 }
        return Self.invisible.first { starts(with: $0) }?.count ?? 0
    }

    private static var invisible: [[UInt8]] {
        [[0xC2, 0xAD], [0xE2, 0x81, 0xA0], [0xEF, 0xBB, 0xBF]] + (0x8B...0x8D).map { [0xE2, 0x80, $0] }
    }

    /// No-break space, the spaces of typesetting, zero width space, line and paragraph separator, ideographic space and
    /// zero width no-break space.
    private static var longerWhiteSpace: [[UInt8]] {
        [[0xC2, 0xA0], [0xE3, 0x80, 0x80], [0xE2, 0x81, 0x9F], [0xEF, 0xBB, 0xBF]]
            + (Array(0x80...0x8B) + [0xA8, 0xA9, 0xAF]).map { [0xE2, 0x80, $0] }
    }
}
