extension String {
    /// As much of the beginning as fits into so many columns of a terminal.
    func fitting(columns: Int) -> String {
        var used = 0
        return String(
            prefix { character in
                used += character.columns
                return used <= columns
            }
        )
    }
}

extension Character {
    /// The columns that a terminal takes for it: 2 for East Asian wide characters and emoji, else 1.
    ///
    /// After [UAX #11](https://www.unicode.org/reports/tr11/), by ranges. Terminals do not agree about what is made of
    /// several emoji; 2 is what most take.
    var columns: Int {
        unicodeScalars.contains { scalar in
            Self.wide.contains { $0.contains(scalar.value) } || scalar.properties.isEmojiPresentation
                || scalar.value == 0xFE0F
        } ? 2 : 1
    }

    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
        0x1F200...0x1F320, 0x20000...0x3FFFD,
    ]
}
