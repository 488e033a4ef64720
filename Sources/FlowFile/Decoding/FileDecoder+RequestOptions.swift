import CanaryModel

extension FileDecoder {
    /// `{ bearer: S }` or `{ basic: { username: S, password: S } }`.
    func authentication(_ node: JSON5Node) -> RequestAuthentication? {
        let expected = "{ bearer: \"…\" } or { basic: { username: \"…\", password: \"…\" } }"
        guard case .object(let members) = node.value, members.count == 1, let member = members.first else {
            reportKind(node, "auth", takes: expected)
            return nil
        }
        checkKeys(members, of: "auth", allowed: ["bearer", "basic"])
        switch member.key {
        case "bearer": return text(member.value, "bearer").map { .bearer($0.text) }
        case "basic":
            return basicAuth(member.value, "basic") { text($0, $1) }.map(RequestAuthentication.basic)
        default: return nil
        }
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
}
