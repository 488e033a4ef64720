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
        request.query = fields[.query].map { requestFields($0.value, "query") } ?? []
        request.body = body(fields)
        request.authentication =
            fields[.auth].flatMap { authentication($0.value) } ?? context.requests.authentication
        request.retry = fields[.retry].flatMap { retry($0.value) }
        if let follows = fields[.followRedirects].flatMap({ bool($0.value, "followRedirects") }) {
            request.followsRedirects = follows
        }
        if let insecure = fields[.insecure].flatMap({ bool($0.value, "insecure") }) {
            request.acceptsInvalidCertificates = insecure
        }
        if let size = fields[.maxBodySize].flatMap({ integer($0.value, "maxBodySize", in: 1...1 << 30) }) {
            request.maximumBodySize = size
        }
        request.saved = fields[.save].map { savedResponse($0.value) } ?? []
        return .init(.request(request), "\(method) \(shown)")
    }

    /// The method and the URL of `"POST /orders"`, and the URL as it may be shown; without a method it is GET.
    private func methodAndURL(_ node: JSON5Node) -> (method: String, url: String, shown: String)? {
        let expected = "a method and a URL such as \"POST /orders\""
        guard let text = text(node, "request", takes: expected, isURL: true) else { return nil }
        let (method, url) = Self.split(text.text)
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
        return (method, url, Self.split(text.shown).url)
    }

    private static func split(_ text: String) -> (method: String, url: String) {
        let parts = text.split(separator: " ", maxSplits: 1).map(String.init)
        guard parts.count == 2, parts[0].allSatisfy({ $0.isASCII && $0.isLetter }) else {
            return ("GET", text)
        }
        return (parts[0], String(parts[1].drop(while: \.isWhitespace)))
    }

    private static func schemeMistake(in url: String) -> URLCheck.Mistake? {
        let other = ["data:", "about:", "file:"].first { url.lowercased().hasPrefix($0) }
        return other.map {
            URLCheck.Mistake(reason: "'\($0)' is no scheme of HTTP", help: "http and https are")
        }
    }

    /// Names with their values: strings with variables, numbers and booleans as they are written.
    func requestFields(_ node: JSON5Node, _ subject: String) -> [RequestField] {
        guard case .object(let members) = node.value else {
            reportKind(node, subject, takes: "an object such as { Accept: \"application/json\" }")
            return []
        }
        return members.compactMap { member in
            let value: String? =
                switch member.value.value {
                case .number, .bool: source.text(member.value.range)
                default: text(member.value, "'\(member.key)' of \(subject)")?.text
                }
            return value.map { RequestField(name: member.key, value: $0) }
        }
    }

    /// The body, of which there is one at most.
    private func body(_ fields: StepFields) -> RequestBody? {
        let given = [StepParameter.json, .form, .text].compactMap { key in fields[key].map { (key, $0) } }
        for (key, member) in given.dropFirst() {
            report(
                member,
                "a request has one body, this one has '\(given[0].0.rawValue)' and '\(key.rawValue)'"
            )
        }
        guard let (key, member) = given.first else { return nil }
        switch key {
        case .json: return exactJSON(member.value).map(RequestBody.json)
        case .form: return .form(requestFields(member.value, "form"))
        default: return text(member.value, "text").map { .text($0.text) }
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

    /// `{ bearer: S }` or `{ basic: { username: S, password: S } }`.
    private func authentication(_ node: JSON5Node) -> RequestAuthentication? {
        let expected = "{ bearer: \"…\" } or { basic: { username: \"…\", password: \"…\" } }"
        guard case .object(let members) = node.value, members.count == 1, let member = members.first else {
            reportKind(node, "auth", takes: expected)
            return nil
        }
        checkKeys(members, of: "auth", allowed: ["bearer", "basic"])
        if member.key == "bearer" { return text(member.value, "bearer").map { .bearer($0.text) } }
        guard member.key == "basic", case .object(let parts) = member.value.value else {
            if member.key == "basic" {
                reportKind(member.value, "basic", takes: "{ username: \"…\", password: \"…\" }")
            }
            return nil
        }
        checkKeys(parts, of: "basic", allowed: ["username", "password"])
        let values = ["username", "password"].map { key -> String? in
            guard let part = parts[key] else {
                report(member, "basic needs '\(key)'")
                return nil
            }
            return text(part.value, key)?.text
        }
        guard let username = values[0], let password = values[1] else { return nil }
        return .basic(username: username, password: password)
    }

    /// `{ until: C, every: "1s", for: "30s" }`.
    private func retry(_ node: JSON5Node) -> RequestRetry? {
        guard case .object(let members) = node.value else {
            reportKind(node, "retry", takes: "an object such as { every: \"1s\", for: \"30s\" }")
            return nil
        }
        checkKeys(members, of: "retry", allowed: ["until", "every", "for", "backoff", "onConnectionError"])
        guard let limit = members["for"] else {
            report(node, "retry needs 'for'", suggestion: "add for: \"30s\"")
            return nil
        }
        guard let limit = time(limit.value, "for") else { return nil }
        var retry = RequestRetry(limit: limit)
        if let until = members["until"] {
            retry.until = conditions(until.value, "until")
            checkConditions(retry.until, until.value, ofRequest: true)
        }
        if let every = members["every"].flatMap({ time($0.value, "every") }) { retry.interval = every }
        if let member = members["backoff"], let backoff = number(member.value, "backoff") {
            if !(1...10).contains(backoff) {
                reportKind(member.value, "backoff", takes: "a number from 1 to 10")
            }
            retry.backoff = backoff
        }
        if let member = members["onConnectionError"] {
            retry.includesConnectionErrors = bool(member.value, "onConnectionError") ?? false
        }
        return retry
    }

    /// What is kept of a response, each under its name.
    private func savedResponse(_ node: JSON5Node) -> [SavedResponseValue] {
        guard case .object(let members) = node.value else {
            reportKind(node, "save", takes: "variables such as { ID: { json: \"$.id\" } }")
            return []
        }
        if members.isEmpty { report(node, "save names no variable") }
        return members.compactMap { member in
            let value = savedResponse(member.key, member.value)
            return savable(member.key, at: member.keyRange.lowerBound) ? value : nil
        }
    }

    private func savedResponse(_ name: String, _ node: JSON5Node) -> SavedResponseValue? {
        let kinds = ResponseReading.Kind.saved.map(\.rawValue)
        guard case .object(let members) = node.value else {
            reportKind(node, name, takes: "what to save, such as { json: \"$.id\" }")
            return nil
        }
        checkKeys(members, of: "a saved value", allowed: kinds + ["regex", "default", "as"])
        let found = members.filter { kinds.contains($0.key) }
        guard let member = found.first, let kind = ResponseReading.Kind(rawValue: member.key)
        else {
            if members.isEmpty { report(node, "a saved value needs one of " + kinds.joined(separator: ", ")) }
            return nil
        }
        for other in found.dropFirst() {
            report(other, "a saved value has one source, this one has '\(member.key)' and '\(other.key)'")
        }
        let pattern = members["regex"].flatMap { member in
            text(member.value, "regex").flatMap { isPattern($0, member.value) ? $0.text : nil }
        }
        guard let reading = savedResponseReading(kind, member) else { return nil }
        return SavedResponseValue(
            name: name,
            reading: reading,
            pattern: pattern,
            fallback: members["default"].flatMap { text($0.value, "default") }?.text,
            label: members["as"].flatMap { label($0.value, "as") }
        )
    }

    private func savedResponseReading(_ kind: ResponseReading.Kind, _ member: JSON5Member) -> ResponseReading?
    {
        switch kind {
        case .header, .json: return responseReading(kind, member)
        case .status: return isTrue(member) ? .status : nil
        case .body: return isTrue(member) ? .body : nil
        case .size: return isTrue(member) ? .size : nil
        case .duration: return isTrue(member) ? .duration : nil
        case .jsonSchema: return nil
        }
    }

    /// What flows say of all their requests.
    func requestDefaults(_ node: JSON5Node) -> RequestDefaults {
        guard case .object(let members) = node.value else {
            reportKind(node, "requests", takes: "an object such as { baseURL: \"https://api.example.com\" }")
            return RequestDefaults()
        }
        checkKeys(members, of: "requests", allowed: ["baseURL", "headers", "auth"])
        var defaults = RequestDefaults()
        if let member = members["baseURL"], let text = constant(member.value, "baseURL of requests") {
            defaults.baseURL = text.text
            if let mistake = URLCheck.mistake(inBase: text.text) {
                report(
                    member.value,
                    "\(TerminalText.quoted(text.shown)) is not a valid base URL: \(mistake.reason)",
                    suggestion: mistake.help
                )
            }
        }
        defaults.authentication = members["auth"].flatMap { authentication($0.value) }
        defaults.headers = members["headers"].map { requestFields($0.value, "headers") } ?? []
        return defaults
    }
}
