import CanaryJSON
import CanaryModel

extension FileDecoder {
    /// The filters of `via`: one or a list.
    func filters(_ node: JSON5Node) -> [ValueFilter] {
        guard case .array(let elements) = node.value else { return filter(node).map { [$0] } ?? [] }
        if elements.isEmpty { report(node, "via names no filter") }
        return elements.compactMap(filter)
    }

    /// `"trim"`, or `{ split: "," }`.
    private func filter(_ node: JSON5Node) -> ValueFilter? {
        switch node.value {
        case .string(let name):
            guard let kind = kind(name, node) else { return nil }
            if let filter = Self.plain(kind) { return filter }
            report(
                node,
                "the filter \(name) needs a value",
                suggestion: "write { \(name): \(Self.example(of: kind)) }"
            )
            return nil
        case .object(let members):
            guard let first = members.first, let kind = kind(first.key, node) else {
                if members.isEmpty { reportKind(node, "via", takes: Self.expected) }
                return nil
            }
            let replaces = kind == .replace || kind == .replaceRegex
            checkKeys(members, of: "a filter", allowed: [first.key] + (replaces ? ["with"] : []))
            return filter(kind, first, members)
        default:
            reportKind(node, "via", takes: Self.expected)
            return nil
        }
    }

    private static let expected = "filters such as \"trim\" or { split: \",\" }"

    private func kind(_ name: String, _ node: JSON5Node) -> ValueFilter.Kind? {
        if let kind = ValueFilter.Kind(rawValue: name) { return kind }
        let names = ValueFilter.Kind.allCases.map(\.rawValue)
        report(
            node,
            "unknown filter \(TerminalText.quoted(name))",
            suggestion: Suggestion.question(name, in: names)
                ?? "the filters are \(names.joined(separator: ", "))"
        )
        return nil
    }

    /// A filter that needs no value.
    private static func plain(_ kind: ValueFilter.Kind) -> ValueFilter? {
        switch kind {
        case .count: .count
        case .trim: .trim
        case .lowercase: .lowercase
        case .uppercase: .uppercase
        case .date: .date(nil)
        case .daysAfterNow: .daysAfterNow
        case .daysBeforeNow: .daysBeforeNow
        case .urlDecode: .urlDecode
        case .base64Decode: .base64Decode
        case .toInt: .toInt
        case .toFloat: .toFloat
        case .bytes: .bytes
        case .sha256: .sha256
        case .md5: .md5
        case .urlEncode: .urlEncode
        case .base64Encode: .base64Encode
        case .htmlEscape: .htmlEscape
        case .htmlUnescape: .htmlUnescape
        case .nth, .split, .replace, .replaceRegex, .regex, .decode, .format, .jsonpath, .xpath,
            .urlQueryParam:
            nil
        }
    }

    /// A filter with its value; one that needs none is switched on by `true`.
    private func filter(
        _ kind: ValueFilter.Kind,
        _ member: JSON5Member,
        _ members: [JSON5Member]
    ) -> ValueFilter? {
        let node = member.value
        switch kind {
        case .nth: return integer(node, "nth", in: -10_000...10_000).map(ValueFilter.nth)
        case .split: return text(node, "split").map { .split($0.text) }
        case .replace, .replaceRegex: return replacement(kind, member, members)
        case .format: return constant(node, "format").map { .format($0.text) }
        case .urlQueryParam: return text(node, "urlQueryParam").map { .urlQueryParam($0.text) }
        case .regex: return text(node, "regex").flatMap { isPattern($0, node) ? .regex($0.text) : nil }
        case .decode: return encoding(node)
        case .date where node.isString: return constant(node, "date").map { .date($0.text) }
        case .jsonpath: return jsonPath(node, "jsonpath").map(ValueFilter.jsonpath)
        case .xpath: return xpath(node).map(ValueFilter.xpath)
        default: return isTrue(member) ? Self.plain(kind) : nil
        }
    }

    /// `{ replace: "a", with: "b" }`, or of a regular expression.
    private func replacement(
        _ kind: ValueFilter.Kind,
        _ member: JSON5Member,
        _ members: [JSON5Member]
    ) -> ValueFilter? {
        guard let with = members["with"] else {
            report(member, "'\(kind.rawValue)' needs 'with'", suggestion: "add with: \"…\"")
            return nil
        }
        guard let old = text(member.value, kind.rawValue), let new = text(with.value, "with") else {
            return nil
        }
        if old.text.isEmpty { report(member.value, "\(kind.rawValue) names no text") }
        if kind == .replace { return .replace(old.text, with: new.text) }
        return isPattern(old, member.value) ? .replaceRegex(old.text, with: new.text) : nil
    }

    private func encoding(_ node: JSON5Node) -> ValueFilter? {
        guard let name = constant(node, "decode") else { return nil }
        if name.text.isEmpty { report(node, "decode names no encoding") }
        return .decode(name.text)
    }

    /// An XPath, checked as far as its brackets and quotes.
    func xpath(_ node: JSON5Node) -> String? {
        guard let text = text(node, "xpath", takes: "an XPath such as \"//item/price\"") else { return nil }
        if text.text.isEmpty { report(node, "xpath is empty") }
        if text.isKnown, let mistake = XPathCheck.mistake(in: text.text) {
            report(
                at: offset(mistake.offset, in: text.text, of: node),
                "\(TerminalText.quoted(text.shown)) is not a valid XPath: \(mistake.reason)"
            )
            return nil
        }
        return text.text
    }

    private static func example(of kind: ValueFilter.Kind) -> String {
        switch kind {
        case .nth: "0"
        case .split: "\",\""
        case .replace: "\"a\", with: \"b\""
        case .replaceRegex: "\"[0-9]\", with: \"x\""
        case .format: "\"EEEE\""
        case .urlQueryParam: "\"id\""
        case .regex: "\"id=([0-9]+)\""
        case .decode: "\"iso-8859-1\""
        case .jsonpath: "\"$.id\""
        case .xpath: "\"//id\""
        default: "true"
        }
    }
}

extension JSON5Node {
    fileprivate var isString: Bool { if case .string = value { true } else { false } }
}
