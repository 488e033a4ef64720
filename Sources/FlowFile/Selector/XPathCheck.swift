/// Looks for what clearly makes a text no XPath 1.0 expression: brackets and quotes that are not closed, empty
/// predicates, steps without a name.
enum XPathCheck {
    /// What is wrong with an expression; `nil` for one that a browser takes, or may take.
    static func mistake(in expression: String) -> CSSCheck.Mistake? {
        let bytes = Array(expression.utf8)
        var open: [(bracket: UInt8, offset: Int)] = []
        var quote: (mark: UInt8, offset: Int)?
        var last: UInt8?
        for (offset, byte) in bytes.enumerated() {
            if let began = quote {
                if byte == began.mark { quote = nil }
                last = byte
                continue
            }
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = (byte, offset)
            case UInt8(ascii: "["): open.append((UInt8(ascii: "]"), offset))
            case UInt8(ascii: "("): open.append((UInt8(ascii: ")"), offset))
            case UInt8(ascii: "]"), UInt8(ascii: ")"):
                guard open.popLast()?.bracket == byte else { return unopened(byte, offset) }
                if byte == UInt8(ascii: "]"), last == UInt8(ascii: "[") {
                    return .init(offset: offset - 1, reason: "the brackets are empty")
                }
            default: break
            }
            if !CSSCheck.isSpace(byte) { last = byte }
        }
        if let quote { return .init(offset: quote.offset, reason: "the quotes are not closed") }
        if let open = open.last {
            let pair = open.bracket == UInt8(ascii: "]") ? "'[' without its ']'" : "'(' without its ')'"
            return .init(offset: open.offset, reason: pair)
        }
        return unfinished(bytes, last)
    }

    private static func unopened(_ byte: UInt8, _ offset: Int) -> CSSCheck.Mistake {
        .init(
            offset: offset,
            reason: byte == UInt8(ascii: "]") ? "']' without its '['" : "')' without its '('"
        )
    }

    private static func unfinished(_ bytes: [UInt8], _ last: UInt8?) -> CSSCheck.Mistake? {
        let isRoot = bytes.filter { !CSSCheck.isSpace($0) } == [UInt8(ascii: "/")]
        let openEnds = [UInt8(ascii: "/"), UInt8(ascii: "@"), UInt8(ascii: "|"), UInt8(ascii: "=")]
        guard let last, !isRoot, openEnds.contains(last), let offset = bytes.lastIndex(of: last) else {
            return nil
        }
        // A `/` alone is the root: `a | /`.
        let isStep =
            offset > 0 && (CSSCheck.isNamePart(bytes[offset - 1]) || "])*./".utf8.contains(bytes[offset - 1]))
        if last == UInt8(ascii: "/"), !isStep { return nil }
        return .init(offset: offset, reason: "nothing follows '\(Character(Unicode.Scalar(last)))'")
    }
}
