import CanaryJSON
import CanaryModel

extension FileDecoder {
    /// A condition on a response, once for each test.
    func response(
        _ kind: ResponseReading.Kind,
        _ member: JSON5Member,
        _ members: [JSON5Member]
    ) -> [Condition.Kind] {
        switch kind {
        case .status: return statusTests(member.value).map { .response(.status, $0) }
        case .size: return numberTests(in: member.value, "size").map { .response(.size, $0) }
        case .duration: return timeTests(in: member.value, "duration").map { .response(.duration, $0) }
        case .jsonSchema: return schemaTest(member.value).map { [.response(.document, $0)] } ?? []
        case .body: return textTests(member.value, "body").map { .response(.body, $0) }
        case .dns: return phaseTests(.dns, member.value)
        case .connect: return phaseTests(.connect, member.value)
        case .tls: return phaseTests(.tls, member.value)
        case .firstByte: return phaseTests(.firstByte, member.value)
        case .transfer: return phaseTests(.transfer, member.value)
        case .httpVersion: return versionTest(member.value)
        case .redirects: return numberTests(in: member.value, "redirects").map { .response(.redirects, $0) }
        case .certificate: return certificateTests(member.value)
        case .cookie:
            let tests = tests(beside: member, members)
            guard let reading = cookie(member, members) else { return [] }
            return tests.map { .response(reading, $0) }
        case .header, .json:
            let tests = tests(beside: member, members)
            guard let reading = responseReading(kind, member) else { return [] }
            return tests.map { .response(reading, $0) }
        }
    }

    /// What is read of a response, by its kind, where it has a name.
    func responseReading(_ kind: ResponseReading.Kind, _ member: JSON5Member) -> ResponseReading? {
        let example = kind == .json ? "a JSONPath such as \"$.id\"" : "the name of a header"
        guard let text = text(member.value, member.key, takes: example) else { return nil }
        guard kind == .json else {
            if text.text.isEmpty { report(member.value, "header names no header field") }
            return .header(text.text)
        }
        if text.holdsSaved { return .json(text.text) }
        do throws(JSONPathError) {
            _ = try JSONPath(text.text)
            return .json(text.text)
        } catch {
            report(
                at: offset(
                    text.text.prefix(max(error.column - 1, 0)).utf8.count,
                    in: text.text,
                    of: member.value
                ),
                "\(TerminalText.quoted(text.shown)) is not a valid JSONPath: \(error.reason)"
            )
            return nil
        }
    }

    /// The tests beside a subject, of which there must be one.
    private func tests(beside kind: JSON5Member, _ members: [JSON5Member]) -> [ValueTest] {
        let found = members.compactMap { member in
            ResponseTestKey(rawValue: member.key).map { ($0, member.value) }
        }
        if found.isEmpty {
            let example = kind.key == "json" ? "equals: \"…\"" : "contains: \"…\""
            report(kind, "'\(kind.key)' needs a comparison", suggestion: "add \(example), or absent: true")
        }
        return found.compactMap { test($0, $1) }
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

    private func comparisons(
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
        guard case .object(let members) = node.value else {
            return text(node, subject, takes: "a text or a comparison such as { contains: \"…\" }")
                .map { [.equals(.string($0.text))] } ?? []
        }
        let allowed: [ResponseTestKey] = [.equals, .contains, .matches, .startsWith, .endsWith]
        checkKeys(members, of: "a comparison of \(subject)", allowed: allowed.map(\.rawValue))
        if members.isEmpty { reportKind(node, subject, takes: "a comparison such as { contains: \"…\" }") }
        return members.compactMap { member in
            guard let key = ResponseTestKey(rawValue: member.key), allowed.contains(key) else { return nil }
            return test(key, member.value)
        }
    }

    /// `200`, `"2xx"`, or a list of both.
    private func statusTests(_ node: JSON5Node) -> [ValueTest] {
        if case .object = node.value { return numberTests(in: node, "status") }
        let ranges = statusRanges(node)
        return ranges.isEmpty ? [] : [.isStatus(ranges)]
    }

    private func statusRanges(_ node: JSON5Node) -> [StatusRange] {
        switch node.value {
        case .array(let elements):
            if elements.isEmpty { report(node, "status names no status") }
            return elements.flatMap(statusRanges)
        case .number: return integer(node, "status", in: 100...599).map { [StatusRange($0)] } ?? []
        case .string:
            guard let text = constant(node, "status") else { return [] }
            if let range = StatusRange(written: text.text) { return [range] }
            // Of a row or another variable; a status that stands here is a number.
            if let status = Int(text.text), text.written != text.text, (100...599).contains(status) {
                return [StatusRange(status)]
            }
        default: break
        }
        reportKind(node, "status", takes: "a status such as 200, \"2xx\" or a list of them")
        return []
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
