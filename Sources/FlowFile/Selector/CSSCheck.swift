/// Looks for what makes a text no CSS selector.
///
/// The grammar is that of [Selectors 4](https://www.w3.org/TR/selectors-4/#grammar), as far as no browser takes what
/// breaks it: pseudo-classes that are not known here may be new ones. Brackets and quotes that are open at the end,
/// which browsers close by themselves, are refused.
struct CSSCheck {
    /// Why a text is not a selector.
    struct Mistake: Error, Hashable {
        /// Where, in the text's UTF-8.
        let offset: Int
        /// What is wrong there, a clause.
        let reason: String
        /// What to write instead.
        var help: String?
    }

    let bytes: [UInt8]
    var index = 0
    private var depth = 0

    private init(_ selector: String) { bytes = Array(selector.utf8) }

    /// What is wrong with a selector; `nil` for one that a browser takes, or may take.
    static func mistake(in selector: String) -> Mistake? {
        var check = CSSCheck(selector)
        do throws(Mistake) {
            try check.list(isRelative: false)
            return nil
        } catch {
            return error
        }
    }

    var next: UInt8? { index < bytes.count ? bytes[index] : nil }

    /// Takes the byte at the index, if it is this character.
    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard next == UInt8(ascii: character) else { return false }
        index += 1
        return true
    }

    func mistake(_ reason: String, at offset: Int? = nil, help: String? = nil) -> Mistake {
        Mistake(offset: offset ?? index, reason: reason, help: help)
    }

    /// Reads selectors with commas between them, up to the end or to the `)` of the function that they stand in.
    ///
    /// `isRelative`: each may begin with a combinator, as in `:has(> a)`.
    mutating func list(isRelative: Bool) throws(Mistake) {
        guard depth < 20 else { return index = bytes.count }
        depth += 1
        defer { depth -= 1 }
        repeat { try complex(isRelative: isRelative) } while take(",")
        if depth == 1, let next { throw unexpected(next) }
    }

    /// Reads compound selectors with combinators between them.
    private mutating func complex(isRelative: Bool) throws(Mistake) {
        try skipSpace()
        var combinator = isRelative ? try self.combinator() : nil
        while true {
            let start = index
            try compound()
            if index == start { throw emptyPart(after: combinator) }
            let hasSpace = try skipSpace()
            combinator = try self.combinator()
            if combinator == nil, !hasSpace || isAtEnd { return }
        }
    }

    private var isAtEnd: Bool {
        switch next {
        case nil, UInt8(ascii: ","), UInt8(ascii: ")"): true
        default: false
        }
    }

    private func emptyPart(after combinator: String?) -> Mistake {
        if let combinator {
            return isAtEnd
                ? mistake("nothing follows '\(combinator)'", at: max(0, index - 1))
                : next.map(unexpected) ?? mistake("nothing follows '\(combinator)'")
        }
        switch next {
        case nil: return mistake("nothing follows ','", at: max(0, index - 1))
        case UInt8(ascii: ","): return mistake("a part between commas is empty")
        case UInt8(ascii: ")") where depth == 1: return mistake("')' without its '('")
        case UInt8(ascii: ")"):
            let isBehindComma = bytes[..<index].last { !Self.isSpace($0) } == UInt8(ascii: ",")
            return mistake(isBehindComma ? "nothing follows ','" : "the parentheses are empty")
        case let byte?: return unexpected(byte)
        }
    }

    private mutating func combinator() throws(Mistake) -> String? {
        for combinator in [">", "+", "~"] as [Unicode.Scalar] where take(combinator) {
            if combinator == ">", next == UInt8(ascii: ">") {
                throw mistake(
                    "'>>' is not a combinator",
                    at: index - 1,
                    help: "a target inside another is { css: \"…\", within: \"…\" }"
                )
            }
            try skipSpace()
            return String(combinator)
        }
        // The combinator of columns, which no browser has yet.
        guard next == UInt8(ascii: "|"), index + 1 < bytes.count, bytes[index + 1] == next else { return nil }
        index += 2
        try skipSpace()
        return "||"
    }

    /// Takes white space and comments; true where there was white space.
    @discardableResult
    mutating func skipSpace() throws(Mistake) -> Bool {
        var found = false
        while let byte = next {
            if Self.isSpace(byte) {
                found = true
                index += 1
            } else if try !comment() {
                break
            }
        }
        return found
    }

    /// Takes a comment; false where none begins here.
    mutating func comment() throws(Mistake) -> Bool {
        guard bytes[index...].starts(with: "/*".utf8) else { return false }
        var end = index + 2
        while !bytes[end...].starts(with: "*/".utf8) {
            if end == bytes.count { throw mistake("'/*' without its '*/'") }
            end += 1
        }
        index = end + 2
        return true
    }

    /// Why a character cannot stand where a part of the selector should begin or go on.
    func unexpected(_ byte: UInt8) -> Mistake {
        switch byte {
        case UInt8(ascii: ")"): return mistake("')' without its '('")
        case UInt8(ascii: "]"): return mistake("']' without its '['")
        case UInt8(ascii: ">"), UInt8(ascii: "+"), UInt8(ascii: "~"):
            return mistake("nothing stands before '\(Character(Unicode.Scalar(byte)))'")
        case UInt8(ascii: "/"):
            let isXPath = index + 1 < bytes.count && bytes[index + 1] == byte
            let help = isXPath ? "an XPath begins with 'xpath='" : "a '/' in a name is written '\\\\/'"
            return mistake("unexpected '/'", help: help)
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            return mistake("a name cannot begin with a digit")
        default:
            let scalar = Unicode.Scalar(byte)
            return mistake("unexpected \(TerminalText.quoted(String(Character(scalar))))")
        }
    }

    static func isSpace(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0C, 0x0D].contains(byte) }
}
