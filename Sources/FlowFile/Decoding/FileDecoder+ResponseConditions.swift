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
        case .effectiveURL:
            return textTests(member.value, "effectiveURL").map { .response(.effectiveURL, $0) }
        case .remoteAddress:
            return textTests(member.value, "remoteAddress").map { .response(.remoteAddress, $0) }
        case .certificate: return certificateTests(member.value)
        case .reply: return textTests(member.value, "reply").map { .response(.reply, $0) }
        case .answer: return textTests(member.value, "answer").map { .response(.answer, $0) }
        case .cookie:
            let tests = tests(beside: member, members)
            guard let reading = cookie(member, members) else { return [] }
            return tests.map { .response(reading, $0) }
        case .xpath:
            let tests = tests(beside: member, members)
            guard let path = xpath(member.value) else { return [] }
            return tests.map { .response(.xpath(path), $0) }
        case .header, .json:
            let tests = tests(beside: member, members)
            guard let reading = responseReading(kind, member) else { return [] }
            return tests.map { .response(reading, $0) }
        }
    }

    /// What is read of a response, by its kind, where it has a name.
    func responseReading(_ kind: ResponseReading.Kind, _ member: JSON5Member) -> ResponseReading? {
        if kind == .json { return jsonPath(member.value, member.key).map(ResponseReading.json) }
        guard let text = text(member.value, member.key, takes: "the name of a header") else { return nil }
        if text.text.isEmpty { report(member.value, "header names no header field") }
        return .header(text.text)
    }

    /// A JSONPath; one with a saved value in it is checked when it is used.
    func jsonPath(_ node: JSON5Node, _ subject: String) -> String? {
        guard let text = text(node, subject, takes: "a JSONPath such as \"$.id\"") else { return nil }
        if text.holdsSaved { return text.text }
        do throws(JSONPathError) {
            _ = try JSONPath(text.text)
            return text.text
        } catch {
            let start = text.text.prefix(max(error.column - 1, 0)).utf8.count
            report(
                at: offset(start, in: text.text, of: node),
                "\(TerminalText.quoted(text.shown)) is not a valid JSONPath: \(error.reason)"
            )
            return nil
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
}
