import CanaryModel

extension FileDecoder {
    /// The tests beside a subject, of which there must be one.
    func tests(beside kind: JSON5Member, _ members: [JSON5Member]) -> [ValueTest] {
        let tests = tests(in: members)
        if tests.isEmpty, !members.contains(where: { Self.isTest($0.key) }) {
            let example = kind.key == "json" ? "equals: \"…\"" : "contains: \"…\""
            report(
                kind,
                "'\(kind.key)' needs a comparison",
                suggestion: "add \(example), or absent: false for any value"
            )
        }
        return tests
    }

    private static func isTest(_ key: String) -> Bool {
        ResponseTestKey(rawValue: key).map { $0 != .via } ?? false
    }

    /// The tests among the members of an object, each behind the filters of its `via`.
    private func tests(in members: [JSON5Member]) -> [ValueTest] {
        let filters = members["via"].map { self.filters($0.value) } ?? []
        let tests = members.compactMap { member in
            ResponseTestKey(rawValue: member.key).flatMap { test($0, member.value) }
        }
        return filters.isEmpty ? tests : tests.map { .filtered(filters, $0) }
    }

    /// What each of several values must be: `{ atLeast: 1 }`.
    private func memberTest(_ node: JSON5Node, _ subject: String) -> ValueTest? {
        guard case .object(let members) = node.value else {
            reportKind(node, subject, takes: "a comparison such as { atLeast: 1 }")
            return nil
        }
        checkKeys(
            members,
            of: "a comparison of \(subject)",
            allowed: ResponseTestKey.allCases.map(\.rawValue)
        )
        let tests = tests(in: members)
        if tests.count > 1 {
            report(node, "\(subject) takes one comparison", suggestion: "make two conditions of it")
        }
        if members.allSatisfy({ !Self.isTest($0.key) }) { report(node, "\(subject) needs a comparison") }
        return tests.first
    }

    func test(_ key: ResponseTestKey, _ node: JSON5Node) -> ValueTest? {
        switch key {
        case .equals: exactJSON(node).map(ValueTest.equals)
        case .contains: contained(node)
        case .matches:
            text(node, "matches").flatMap { isPattern($0, node) ? $0 : nil }.flatMap {
                nonempty($0, node, "matches")
            }
            .map(ValueTest.matches)
        case .startsWith:
            text(node, "startsWith").flatMap { nonempty($0, node, "startsWith") }.map(ValueTest.startsWith)
        case .endsWith:
            text(node, "endsWith").flatMap { nonempty($0, node, "endsWith") }.map(ValueTest.endsWith)
        case .atLeast, .atMost, .lessThan, .greaterThan:
            exactNumber(node, key.rawValue).flatMap { numberTest(key, $0) }
        case .count: countTest(node)
        case .type: type(node)
        case .absent: bool(node, "absent").map(ValueTest.absent)
        case .each: memberTest(node, "each").map(ValueTest.each)
        case .any: memberTest(node, "any").map(ValueTest.any)
        case .isDate: bool(node, key.rawValue).map { .format(.date, $0) }
        case .isUuid: bool(node, key.rawValue).map { .format(.uuid, $0) }
        case .isIpv4: bool(node, key.rawValue).map { .format(.ipv4, $0) }
        case .isIpv6: bool(node, key.rawValue).map { .format(.ipv6, $0) }
        case .isInteger: bool(node, key.rawValue).map { .format(.integer, $0) }
        case .isEmpty: bool(node, key.rawValue).map { .format(.empty, $0) }
        case .via: nil  // of the tests beside it
        }
    }

    private func nonempty(_ text: ExpandedText, _ node: JSON5Node, _ key: String) -> String? {
        if !text.text.isEmpty { return text.text }
        report(node, "\(key) takes a text that is not empty: the empty one would always fit")
        return nil
    }

    private func contained(_ node: JSON5Node) -> ValueTest? {
        guard case .string = node.value else { return exactJSON(node).map(ValueTest.contains) }
        return text(node, "contains").flatMap { nonempty($0, node, "contains") }.map {
            .contains(.string($0))
        }
    }

    /// A number with its digits, or a string with variables that make one.
    private func exactNumber(_ node: JSON5Node, _ subject: String) -> JSONValue? {
        if case .number = node.value { return exactJSON(node) }
        if case .string(let string) = node.value, Interpolation.isNeeded(for: string),
            let text = text(node, subject), text.holdsSaved
        {
            return .string(text.text)
        }
        return number(node, subject).map { .number(JSONNumber($0)) }
    }

    private func numberTest(_ key: ResponseTestKey, _ number: JSONValue) -> ValueTest? {
        switch key {
        case .equals: .equals(number)
        case .atLeast: .atLeast(number)
        case .atMost: .atMost(number)
        case .lessThan: .lessThan(number)
        case .greaterThan: .greaterThan(number)
        default: nil
        }
    }

    private func countTest(_ node: JSON5Node) -> ValueTest? {
        let tests = numberTests(in: node, "count")
        if tests.count > 1 {
            report(node, "count takes one comparison", suggestion: "make two conditions of it")
        }
        return tests.first.map(ValueTest.count)
    }

    /// A number, which it equals, or comparisons of one: `{ atLeast: 1 }`.
    func numberTests(in node: JSON5Node, _ subject: String) -> [ValueTest] {
        comparisons(in: node, subject, takes: "a number or a comparison such as { atLeast: 1 }") {
            exactNumber($0, $1)
        }
    }

    /// Comparisons of a time: `{ atMost: "2s" }`.
    func timeTests(in node: JSON5Node, _ subject: String, example: String = "atMost: \"2s\"") -> [ValueTest] {
        let expected = "a comparison such as { \(example) }"
        guard case .object = node.value else {
            reportKind(node, subject, takes: expected)
            return []
        }
        return comparisons(in: node, subject, takes: expected) { node, subject in
            time(node, subject, allowsZero: true).map { .number(JSONNumber($0.milliseconds)) }
        }
    }

    func comparisons(
        in node: JSON5Node,
        _ subject: String,
        takes expected: String,
        _ number: (JSON5Node, _ subject: String) -> JSONValue?
    ) -> [ValueTest] {
        switch node.value {
        case .object(let members):
            checkKeys(
                members,
                of: "a comparison of \(subject)",
                allowed: ResponseTestKey.numbers.map(\.rawValue)
            )
            if members.isEmpty { reportKind(node, subject, takes: expected) }
            return members.compactMap { member in
                guard let key = ResponseTestKey(rawValue: member.key), ResponseTestKey.numbers.contains(key)
                else {
                    return nil
                }
                return number(member.value, member.key).flatMap { numberTest(key, $0) }
            }
        case .number, .string: return number(node, subject).map { [.equals($0)] } ?? []
        default:
            reportKind(node, subject, takes: expected)
            return []
        }
    }

    func textTests(_ node: JSON5Node, _ subject: String) -> [ValueTest] {
        guard case .object(var members) = node.value else {
            return text(node, subject, takes: "a text or a comparison such as { contains: \"…\" }")
                .map { [.equals(.string($0.text))] } ?? []
        }
        let texts: [ResponseTestKey] = [.equals, .contains, .matches, .startsWith, .endsWith, .isEmpty, .via]
        let isText = members["via"] == nil && !["answer", "remoteAddress"].contains(subject)
        let allowed = isText ? texts : ResponseTestKey.allCases
        let ofBytes = subject == "body" ? ["bytes", "sha256", "md5"] : []
        checkKeys(members, of: "a comparison of \(subject)", allowed: allowed.map(\.rawValue) + ofBytes)
        if members.allSatisfy({ $0.key == "via" }) {
            reportKind(node, subject, takes: "a comparison such as { contains: \"…\" }")
        }
        members.removeAll { member in
            !ofBytes.contains(member.key) && !allowed.contains { $0.rawValue == member.key }
        }
        return tests(in: members) + members.flatMap { bytesTests($0) }
    }

    /// Tests of the bytes of a body, in hexadecimal digits: `{ bytes: { startsWith: "efbbbf" } }`, `{ sha256: "…" }`.
    private func bytesTests(_ member: JSON5Member) -> [ValueTest] {
        switch member.key {
        case "bytes":
            textTests(member.value, "bytes").map { test in
                checkBytes(test.digits, member.value)
                return .filtered([.bytes], test.inLowercase)
            }
        case "sha256": digestTest(.sha256, member)
        case "md5": digestTest(.md5, member)
        default: []
        }
    }

    /// Notes what is no row of bytes in hexadecimal digits.
    private func checkBytes(_ digits: String?, _ node: JSON5Node) {
        guard let digits, !SavedReference.isIn(digits) else { return }
        guard digits.count % 2 == 1 || !digits.allSatisfy(\.isHexDigit) else { return }
        report(
            node,
            "bytes takes pairs of hexadecimal digits such as \"efbbbf\", got \(TerminalText.quoted(digits))"
        )
    }

    private func digestTest(_ digest: ValueFilter, _ member: JSON5Member) -> [ValueTest] {
        text(member.value, member.key).map {
            [.filtered([digest], .equals(.string($0.text.lowercased())))]
        } ?? []
    }

    private func type(_ node: JSON5Node) -> ValueTest? {
        let names = JSONType.allCases.map(\.rawValue)
        guard let text = constant(node, "type", takes: "one of \(names.joined(separator: ", "))") else {
            return nil
        }
        if let type = JSONType(rawValue: text.text) { return .type(type) }
        report(
            node,
            "type takes one of \(names.joined(separator: ", ")), got \(TerminalText.quoted(text.shown))",
            suggestion: Suggestion.question(text.text, in: names)
        )
        return nil
    }
}

extension ValueTest {
    /// The text that it compares with; `nil` where it is a pattern, or no text.
    fileprivate var digits: String? {
        switch self {
        case .equals(.string(let text)), .contains(.string(let text)): text
        case .startsWith(let text), .endsWith(let text): text
        default: nil
        }
    }

    /// The same test of a text in small letters, as digits are.
    fileprivate var inLowercase: ValueTest {
        switch self {
        case .equals(.string(let text)): .equals(.string(text.lowercased()))
        case .contains(.string(let text)): .contains(.string(text.lowercased()))
        case .startsWith(let text): .startsWith(text.lowercased())
        case .endsWith(let text): .endsWith(text.lowercased())
        default: self
        }
    }
}
