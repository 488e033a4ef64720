import CanaryModel

extension FileDecoder {
    /// `request` with what goes with it.
    func request(_ member: JSON5Member, _ fields: StepFields) -> ActionRow.Named? {
        guard let (method, url, shown) = methodAndURL(member.value) else { return nil }
        var request = Request(method: method, url: url)
        request.headers = context.requests.headers
        for field in fields[.headers].map({ requestFields($0.value, "headers") }) ?? [] {
            request.headers.removeAll { $0.name.lowercased() == field.name.lowercased() }
            request.headers.append(field)
        }
        if let headers = fields[.headers] { checkHeaderNames(headers.value) }
        request.query = fields[.query].map { requestFields($0.value, "query") } ?? []
        request.body = body(fields)
        request.retry = fields[.retry].flatMap { retry($0.value) }
        request.options = requestOptions(context.requests.options) { fields[$0.parameter] }
        request.saved = fields[.save].map { savedResponse($0.value) } ?? []
        return .init(.request(request), "\(method) \(shown)")
    }

    /// The method and the URL of `"POST /orders"`, and the URL as it may be shown; without a method it is GET.
    private func methodAndURL(_ node: JSON5Node) -> (method: String, url: String, shown: String)? {
        let expected = "a method and a URL such as \"POST /orders\""
        guard let text = text(node, "request", takes: expected, isURL: true) else { return nil }
        let (method, url) = Self.split(text.text)
        if url.allSatisfy({ $0.isASCII && $0.isUppercase || $0.isWhitespace }) {
            report(node, "request takes \(expected), got \(TerminalText.quoted(text.shown))")
            return nil
        }
        if method.uppercased() != method {
            report(
                node,
                "a method stands in capitals, got \(TerminalText.quoted(method))",
                suggestion: "write \(method.uppercased())"
            )
            return nil
        }
        let hasBase = context.baseURL != nil || context.requests.baseURL != nil
        if let mistake = URLCheck.mistake(in: url, hasBase: hasBase) ?? Self.schemeMistake(in: url) {
            report(
                node,
                "\(TerminalText.quoted(text.shown)) cannot be requested: \(mistake.reason)",
                suggestion: mistake.help
            )
            return nil
        }
        warnOfDroppedPath(url, node)
        return (method, url, Self.split(text.shown).url)
    }

    private static func split(_ text: String) -> (method: String, url: String) {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[0].allSatisfy({ $0.isASCII && $0.isLetter }) else {
            return ("GET", text)
        }
        return (parts[0], String(parts[1].drop(while: \.isWhitespace)))
    }

    /// Warns where the path of the flow's base URL has no part in where a request goes.
    private func warnOfDroppedPath(_ url: String, _ node: JSON5Node) {
        guard context.requests.baseURL == nil, url.hasPrefix("/"), !url.hasPrefix("//"),
            let path = context.baseURL?.split(separator: "/", maxSplits: 3).dropFirst(2).first, !path.isEmpty
        else { return }
        warn(
            node,
            "the path '/\(path)' of baseURL is not part of this URL, as with 'open'",
            suggestion: "requests: { baseURL: \"…\" } is what paths are appended to"
        )
    }

    private static func schemeMistake(in url: String) -> URLCheck.Mistake? {
        let other = ["data:", "about:", "file:"].first { url.lowercased().hasPrefix($0) }
        return other.map {
            URLCheck.Mistake(reason: "'\($0)' is not an HTTP scheme", help: "http and https are")
        }
    }

    /// Names with their values: strings with variables, numbers and booleans as they are written.
    func requestFields(_ node: JSON5Node, _ subject: String) -> [RequestField] {
        guard case .object(let members) = node.value else {
            reportKind(node, subject, takes: "an object such as { Accept: \"application/json\" }")
            return []
        }
        return members.flatMap { member in
            // A list stands for several of one name.
            if case .array(let elements) = member.value.value {
                return elements.compactMap { requestField(member.key, $0, subject) }
            }
            return [requestField(member.key, member.value, subject)].compactMap(\.self)
        }
    }

    private func requestField(_ name: String, _ node: JSON5Node, _ subject: String) -> RequestField? {
        let value: String? =
            switch node.value {
            case .number, .bool: source.text(node.range)
            default: text(node, "'\(name)' of \(subject)")?.text
            }
        if subject == "headers", let value, value.contains(where: \.isNewline) {
            report(node, "the value of a header field has no line breaks")
        }
        return value.map { RequestField(name: name, value: $0) }
    }

    /// Notes names that no header field has (RFC 9110, section 5.6.2).
    func checkHeaderNames(_ node: JSON5Node) {
        guard case .object(let members) = node.value else { return }
        for member in members where member.key.wholeMatch(of: /[!#$%&'*+.^_`|~0-9A-Za-z-]+/) == nil {
            report(member, "\(TerminalText.quoted(member.key)) is not a header name")
        }
        for member in members where ["content-length", "transfer-encoding"].contains(member.key.lowercased())
        {
            report(member, "\(member.key) follows from the body and cannot be set")
        }
    }

    /// Any JSON value with the digits of its numbers; variables are put into its strings.
    func exactJSON(_ node: JSON5Node) -> JSONValue? {
        json(node) { node in
            let written = source.text(node.range)
            if let number = JSONNumber(written) { return .number(number) }
            guard case .number(let number) = node.value, number.isFinite else {
                report(node, "JSON has no number '\(written)'")
                return nil
            }
            report(
                node,
                "'\(written)' is a number of JSON5 and not of JSON",
                suggestion: "write \(JSONNumber(number).digits)"
            )
            return nil
        }
    }
}
