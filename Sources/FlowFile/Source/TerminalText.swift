/// Text that is safe to show on a terminal, and the cells that it takes there.
struct TerminalText {
    let text: String
    let width: Int

    /// A scalar as it is shown: a tab as four spaces, control characters as escapes.
    static func shown(_ scalar: Unicode.Scalar) -> TerminalText {
        if (0x20..<0x7F).contains(scalar.value) { return TerminalText(text: String(scalar), width: 1) }
        if scalar == "\t" { return TerminalText(text: "    ", width: 4) }
        if isHidden(scalar) {
            let escape = "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            return TerminalText(text: escape, width: escape.count)
        }
        return TerminalText(text: String(scalar), width: width(of: scalar))
    }

    /// Text of a user in single quotes, control characters escaped, cut where it is long.
    static func quoted(_ text: String, limit: Int = 80) -> String {
        let scalars = text.unicodeScalars
        let shown = scalars.prefix(limit).map { Self.shown($0).text }.joined()
        return "'\(shown)\(scalars.count > limit ? "…" : "")'"
    }

    /// Whether the scalar acts on the terminal or on the order of the text instead of being seen.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
        case .format: scalar.value != 0x200C && scalar.value != 0x200D  // joiners belong to words and emoji
        default: false
        }
    }

    private static func width(of scalar: Unicode.Scalar) -> Int {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: 0
        default: wide.contains { $0.contains(scalar.value) } ? 2 : 1
        }
    }

    /// The blocks whose characters take two cells (East Asian Width W and F; emoji).
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x231A...0x231B, 0x23E9...0x23EC, 0x25FD...0x25FE, 0x2614...0x2615,
        0x2648...0x2653, 0x26A1...0x26A1, 0x26BD...0x26BE, 0x26C4...0x26C5, 0x26D4...0x26D4,
        0x2705...0x2705, 0x270A...0x270B, 0x2728...0x2728, 0x274C...0x274C, 0x2753...0x2757,
        0x2795...0x2797, 0x27B0...0x27BF, 0x2B1B...0x2B1C, 0x2B50...0x2B55, 0x2E80...0x303E,
        0x3041...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
        0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F000...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
        0x1FA70...0x1FAFF, 0x20000...0x3FFFD,
    ]
}
