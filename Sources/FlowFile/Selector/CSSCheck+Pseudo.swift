extension CSSCheck {
    /// Reads `:name`, `::name`, `:name(…)`.
    mutating func pseudo() throws(Mistake) {
        let start = index
        index += 1
        _ = take(":")
        guard let name = identifier() else { throw mistake("no name follows ':'", at: start) }
        let hasArguments = take("(")
        if let help = Self.foreign[name.lowercased()], bytes[start + 1] != UInt8(ascii: ":") {
            throw mistake("':\(name)' is not a CSS pseudo-class", at: start, help: help)
        }
        guard hasArguments else { return }
        let open = index - 1
        switch name.lowercased() {
        case "not": try list(isRelative: false)
        case "has": try list(isRelative: true)
        default: try skipArguments(from: open)
        }
        guard take(")") else { throw next.map(unexpected) ?? mistake("'(' without its ')'", at: open) }
    }

    /// Takes what stands between parentheses, without looking further than at brackets and quotes.
    private mutating func skipArguments(from start: Int) throws(Mistake) {
        var open: [(bracket: UInt8, offset: Int)] = []
        while let byte = next {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "'"): try string(); continue
            case UInt8(ascii: "\\"): index += 1
            case UInt8(ascii: "("): open.append((UInt8(ascii: ")"), index))
            case UInt8(ascii: "["): open.append((UInt8(ascii: "]"), index))
            case UInt8(ascii: ")"), UInt8(ascii: "]"):
                if open.isEmpty, byte == UInt8(ascii: ")") { return }
                guard open.popLast()?.bracket == byte else { throw unexpected(byte) }
            default: break
            }
            index += 1
        }
        throw mistake("'(' without its ')'", at: start)
    }

    /// What other tools have and CSS has not, and what is written here instead.
    private static let foreign: [String: String] = {
        let text = "a text is found by { text: \"…\", within: \"…\" }"
        let number = "one of several is { css: \"…\", nth: 0 }"
        let visible = "only what is visible is acted upon; a condition says { visible: \"…\" }"
        let type = "write [type=…]"
        return [
            "contains": text, "has-text": text, "text-is": text, "text-matches": text, "text": type,
            "eq": number, "first": number, "last": number, "nth": number, "nth-match": number, "gt": number,
            "lt": number,
            "even": "write :nth-child(even)", "odd": "write :nth-child(odd)",
            "visible": visible, "hidden": "a condition says { hidden: \"…\" }",
            "selected": "write option:checked",
            "button": "write button", "checkbox": type, "file": type, "image": type, "input": "write input",
            "password": type,
            "radio": type, "reset": type, "submit": type,
        ]
    }()
}
