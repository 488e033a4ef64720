/// A line of a file as a terminal can show it, cut around a place where it is long.
struct SourceExcerpt {
    /// The line: a tab as four spaces, control characters as escapes, `…` where it was cut.
    let line: String
    /// How many terminal cells of the line stand before the place.
    let indent: Int

    /// The widest line shown whole, and how much of a longer one stands before the place, in cells.
    private static let width = 100
    private static let before = 50

    init(_ source: SourceText, at offset: Int) {
        let range = source.lineRange(at: offset)
        let offset = min(max(offset, range.lowerBound), range.upperBound)
        // Four bytes a scalar at most, so this many bytes hold what is shown and more.
        let lower = Self.boundary(source.bytes, max(range.lowerBound, offset - 4 * Self.width))
        let upper = Self.boundary(source.bytes, min(range.upperBound, offset + 4 * Self.width))
        let head = source.text(lower..<offset).unicodeScalars.map(TerminalText.shown)
        let tail = source.text(offset..<upper).unicodeScalars.map(TerminalText.shown)
        let isWhole = lower == range.lowerBound && upper == range.upperBound
        let total = (head + tail).reduce(0) { $0 + $1.width }
        if isWhole && total <= Self.width {
            line = (head + tail).map(\.text).joined()
            indent = head.reduce(0) { $0 + $1.width }
            return
        }
        let keptHead = Self.fitting(head.reversed(), in: Self.before).reversed()
        let indent = keptHead.reduce(0) { $0 + $1.width }
        let keptTail = Self.fitting(tail, in: Self.width - indent)
        let isHeadCut = lower > range.lowerBound || keptHead.count < head.count
        let isTailCut = upper < range.upperBound || keptTail.count < tail.count
        line =
            (isHeadCut ? "…" : "") + keptHead.map(\.text).joined() + keptTail.map(\.text).joined()
            + (isTailCut ? "…" : "")
        self.indent = indent + (isHeadCut ? 1 : 0)
    }

    private static func fitting(_ scalars: [TerminalText], in width: Int) -> [TerminalText] {
        var used = 0
        return Array(
            scalars.prefix {
                used += $0.width
                return used <= width
            }
        )
    }

    /// The first byte of the scalar that holds `offset`.
    private static func boundary(_ bytes: [UInt8], _ offset: Int) -> Int {
        var offset = offset
        while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
        return offset
    }
}
