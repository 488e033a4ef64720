extension JSONValue {
    /// The value as the text of a variable: a string as it is, anything else as JSON.
    public var text: String {
        if case .string(let text) = self { text } else { written }
    }

    /// The value as JSON in one line: `{"a":1}`.
    public var written: String {
        var text = ""
        write(into: &text, indent: nil)
        return text
    }

    /// The value as JSON in lines, two spaces a level.
    public var writtenInLines: String {
        var text = ""
        write(into: &text, indent: "")
        return text
    }

    private func write(into text: inout String, indent: String?) {
        switch self {
        case .null: text += "null"
        case .bool(let bool): text += bool ? "true" : "false"
        case .number(let number): text += number.digits
        case .string(let string): Self.write(string, into: &text)
        case .array(let elements):
            Self.write(elements, "[", "]", into: &text, indent) { $0.write(into: &$1, indent: $2) }
        case .object(let object):
            Self.write(object, "{", "}", into: &text, indent) { member, text, indent in
                Self.write(member.key, into: &text)
                text += indent == nil ? ":" : ": "
                member.value.write(into: &text, indent: indent)
            }
        }
    }

    private static func write<Elements: Collection>(
        _ elements: Elements,
        _ opening: String,
        _ closing: String,
        into text: inout String,
        _ indent: String?,
        _ write: (Elements.Element, inout String, _ indent: String?) -> Void
    ) {
        text += opening
        let inner = indent.map { $0 + "  " }
        var isFirst = true
        for element in elements {
            if !isFirst { text += "," }
            isFirst = false
            if let inner { text += "\n" + inner }
            write(element, &text, inner)
        }
        if let indent, !elements.isEmpty { text += "\n" + indent }
        text += closing
    }

    private static func write(_ string: String, into text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
