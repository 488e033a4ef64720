import CanaryModel

extension FileDecoder {
    /// `{ bearer: S }`, `{ basic: {…} }`, `{ digest: {…} }` or `{ awsSigV4: {…} }`.
    func authentication(_ node: JSON5Node) -> RequestAuthentication? {
        let expected =
            "{ bearer: \"…\" }, { basic: { username: \"…\", password: \"…\" } }, digest, awsSigV4, or false for none"
        guard case .object(let members) = node.value, members.count == 1, let member = members.first else {
            reportKind(node, "auth", takes: expected)
            return nil
        }
        checkKeys(members, of: "auth", allowed: ["bearer", "basic", "digest", "awsSigV4"])
        switch member.key {
        case "bearer": return text(member.value, "bearer").map { .bearer($0.text) }
        case "basic":
            return basicAuth(member.value, "basic") { text($0, $1) }.map(RequestAuthentication.basic)
        case "digest":
            return basicAuth(member.value, "digest") { text($0, $1) }.map(RequestAuthentication.digest)
        case "awsSigV4": return awsCredentials(member.value).map(RequestAuthentication.aws)
        default: return nil
        }
    }

    /// `{ region: S, service: S, accessKey?, secretKey?, sessionToken? }`; keys that are left out are variables of the
    /// names that AWS's own tools read.
    private func awsCredentials(_ node: JSON5Node) -> AWSCredentials? {
        guard case .object(let members) = node.value else {
            reportKind(node, "awsSigV4", takes: "an object { region: \"…\", service: \"…\" }")
            return nil
        }
        let keys = ["region", "service", "accessKey", "secretKey", "sessionToken"]
        checkKeys(members, of: "awsSigV4", allowed: keys)
        func value(_ key: String, or variable: String? = nil) -> String? {
            if let member = members[key] { return text(member.value, key)?.text }
            if let variable { return expand("${\(variable)}", of: node)?.text }
            report(node, "awsSigV4 needs '\(key)'")
            return nil
        }
        let values = [
            value("region"), value("service"), value("accessKey", or: "AWS_ACCESS_KEY_ID"),
            value("secretKey", or: "AWS_SECRET_ACCESS_KEY"),
        ].compactMap(\.self)
        guard values.count == 4 else { return nil }
        for word in values.prefix(2) where word.contains(where: { $0 == ":" || $0.isWhitespace }) {
            report(node, "\(TerminalText.quoted(word)) is not the name of a region or a service")
        }
        return AWSCredentials(
            region: values[0],
            service: values[1],
            accessKey: values[2],
            secretKey: values[3],
            sessionToken: members["sessionToken"].flatMap { text($0.value, "sessionToken")?.text }
        )
    }

    /// `{ until: C, every: "1s", for: "30s" }`.
    func retry(_ node: JSON5Node) -> RequestRetry? {
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
            checkConditions(retry.until, until.value, of: .request)
        }
        if let every = members["every"].flatMap({ time($0.value, "every") }) { retry.interval = every }
        if retry.interval >= retry.limit {
            warn(node, "'every' is not shorter than 'for': the request is sent once")
        }
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
}
