import CanaryModel

extension FileDecoder {
    /// The `browser` of a flow.
    func browserOptions(_ node: JSON5Node) -> BrowserOptions {
        var options = BrowserOptions()
        guard case .object(let members) = node.value else {
            reportKind(node, "browser", takes: "an object such as { viewport: \"1280x720\" }")
            return options
        }
        let keys = [
            "viewport", "locale", "timezone", "userAgent", "headers", "basicAuth", "insecure", "permissions",
            "geolocation", "args",
        ]
        checkKeys(members, of: "browser", allowed: keys)
        if let viewport = members["viewport"].flatMap({ viewport($0.value) }) { options.viewport = viewport }
        options.locale = members["locale"].flatMap { locale($0.value) }
        options.timezone = members["timezone"].flatMap { timezone($0.value) }
        options.userAgent = members["userAgent"].flatMap { headerValue($0.value, "userAgent") }
        options.headers = members["headers"].map { headers($0.value) } ?? [:]
        options.basicAuth = members["basicAuth"].flatMap {
            basicAuth($0.value, "basicAuth") { constant($0, $1) }
        }
        options.insecure = members["insecure"].flatMap { bool($0.value, "insecure") } ?? false
        options.permissions = members["permissions"].map { permissions($0.value) } ?? []
        options.geolocation = members["geolocation"].flatMap { geolocation($0.value) }
        options.args = members["args"].map { args($0.value) } ?? []
        return options
    }

    private func viewport(_ node: JSON5Node) -> Viewport? {
        let expected = "a size such as \"1280x720\""
        guard let text = constant(node, "viewport", takes: expected) else { return nil }
        let sides = text.text.split(separator: "x", omittingEmptySubsequences: false).map { side in
            side.allSatisfy { $0.isASCII && $0.isNumber } ? Int(side) : nil
        }
        if sides.count == 2, let width = sides[0], let height = sides[1] {
            if (1...16384).contains(width), (1...16384).contains(height) {
                return Viewport(width: width, height: height)
            }
            report(
                node,
                "viewport takes sides from 1 to 16384 pixels, got \(TerminalText.quoted(text.shown))"
            )
        } else {
            report(node, "viewport takes \(expected), got \(TerminalText.quoted(text.shown))")
        }
        return nil
    }

    /// The value of a header, which is one line.
    private func headerValue(_ node: JSON5Node, _ subject: String) -> String? {
        guard let text = constant(node, subject) else { return nil }
        guard
            text.text.unicodeScalars.contains(where: {
                $0.properties.generalCategory == .control && $0 != "\t"
            })
        else { return text.text }
        report(node, "\(subject) cannot hold line ends or control characters")
        return nil
    }

    private func headers(_ node: JSON5Node) -> [String: String] {
        guard case .object(let members) = node.value else {
            reportKind(node, "headers", takes: "an object such as { \"X-Canary\": \"1\" }")
            return [:]
        }
        let pairs = members.compactMap { member -> (String, String)? in
            let isToken = !member.key.isEmpty && member.key.utf8.allSatisfy(Self.isTokenPart)
            if !isToken { report(member, "\(TerminalText.quoted(member.key)) is not a header name") }
            return headerValue(member.value, "a header").map { (member.key, $0) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// Whether a byte may stand in a header's name (RFC 9110, `tchar`).
    private static func isTokenPart(_ byte: UInt8) -> Bool {
        let scalar = Character(Unicode.Scalar(byte))
        return scalar.isASCII && (scalar.isLetter || scalar.isNumber || "!#$%&'*+-.^_`|~".contains(scalar))
    }

    /// A user name and password, as `read` reads their texts.
    func basicAuth(
        _ node: JSON5Node,
        _ subject: String,
        _ read: (JSON5Node, _ subject: String) -> ExpandedText?
    ) -> BasicAuth? {
        guard case .object(let members) = node.value else {
            reportKind(node, subject, takes: "an object { username: \"…\", password: \"…\" }")
            return nil
        }
        checkKeys(members, of: subject, allowed: ["username", "password"])
        let parts = ["username", "password"].map { key -> String? in
            if let member = members[key] { return read(member.value, key)?.text }
            report(node, "\(subject) needs '\(key)'")
            return nil
        }
        guard let username = parts[0], let password = parts[1] else { return nil }
        return BasicAuth(username: username, password: password)
    }

    private func args(_ node: JSON5Node) -> [String] {
        constants(node, "args").map { argument in
            if argument.text.trimmingPrefix(while: \.isWhitespace).hasPrefix("-") {
                check(BrowserArgument.all(in: argument.text), argument.node)
            } else {
                report(
                    argument.node,
                    "an argument of the browser begins with '--', got \(describe(argument.node))"
                )
            }
            return argument.text
        }
    }

    /// Notes what a flow file may not give the browser, and what canary does not know.
    private func check(_ arguments: [BrowserArgument], _ node: JSON5Node) {
        for argument in arguments {
            guard let risk = argument.risk else { continue }
            if context.permissions.allowsBrowserArguments {
                warn(node, "the browser argument \(shown(argument, node)) is allowed here: \(risk.rawValue)")
                return
            }
            report(
                node,
                "the browser argument \(shown(argument, node)) is refused: \(risk.rawValue)",
                suggestion: "remove it, or run with --allow-browser-args if you trust this file"
            )
            return
        }
        guard let first = arguments.first, !first.isKnown else { return }
        if first.name.isEmpty { return report(node, "\(describe(node)) names no argument of the browser") }
        warn(
            node,
            "canary does not know the browser argument \(shown(first, node)), and hands it on",
            suggestion: Suggestion.question(first.name, in: BrowserArgument.known)
        )
    }

    /// The name of an argument; as it is written where it comes from a variable.
    private func shown(_ argument: BrowserArgument, _ node: JSON5Node) -> String {
        let isFromTable = argument.isKnown || BrowserArgument.risks[argument.name] != nil
        guard !isFromTable, case .string(let written) = node.value else { return "'--\(argument.name)'" }
        return TerminalText.quoted(written, limit: 60)
    }
}
