import CanaryModel

extension FileDecoder {
    private static let serviceKeys = [
        "secrets", "state", "listen", "token", "jobs", "heartbeat", "defaults", "canaries",
    ]

    /// What a service file says; its canaries are not named after their flows yet.
    func service(_ root: JSON5Node) -> ServiceDefinition? {
        guard case .object(let members) = root.value else {
            reportKind(root, "a service file", takes: "an object such as { canaries: […] }")
            return nil
        }
        checkKeys(members, of: "a service", allowed: Self.serviceKeys)
        secrets(members["secrets"]?.value, variables: nil)
        var service = ServiceDefinition()
        service.state =
            members["state"].flatMap { path($0, "state") } ?? FilePath.joined(folder, "canary-state") ?? ""
        if let member = members["listen"], let address = listen(member.value) { service.listen = address }
        service.token = members["token"].flatMap { token($0.value) }
        service.jobs = members["jobs"].flatMap { integer($0.value, "jobs", in: 1...256) }
        service.heartbeat = members["heartbeat"].flatMap { heartbeat($0.value) }
        let defaults = members["defaults"].flatMap { settings(of: $0.value, "defaults", CanarySettings()) }
        service.canaries = canaries(members["canaries"], root, defaults ?? CanarySettings())
        return service
    }

    private func canaries(
        _ member: JSON5Member?,
        _ root: JSON5Node,
        _ defaults: CanarySettings
    ) -> [CanaryDefinition] {
        guard let member else {
            report(root, "the service has no 'canaries'", suggestion: "add canaries: [ { flow: \"flows\" } ]")
            return []
        }
        guard case .array(let elements) = member.value.value else {
            reportKind(member.value, "canaries", takes: "a list such as [ { flow: \"login.canary.json5\" } ]")
            return []
        }
        return elements.compactMap { canary($0, defaults) }
    }

    /// A relative path, from the folder of the file.
    private func path(_ member: JSON5Member, _ subject: String) -> String? {
        guard let text = constant(member.value, subject, takes: "a folder") else { return nil }
        let path = FilePath.joined(folder, text.text)
        if text.text.isEmpty || path == nil { report(member.value, "\(subject) names no folder") }
        return path
    }

    private func listen(_ node: JSON5Node) -> String? {
        guard let text = constant(node, "listen", takes: "an address such as \"127.0.0.1:8080\"") else {
            return nil
        }
        let port = text.text.split(separator: ":").last.flatMap { Int($0) } ?? -1
        guard (0...65_535).contains(port), text.text.contains(":") else {
            report(
                node,
                "listen takes an address with a port, got \(TerminalText.quoted(text.shown))",
                suggestion: "write one such as \"127.0.0.1:8080\""
            )
            return nil
        }
        return text.text
    }

    private func token(_ node: JSON5Node) -> String? {
        guard let text = constant(node, "token") else { return nil }
        if text.text.utf8.count < 16, !text.isIncomplete {
            report(
                node,
                "a token has at least 16 characters",
                suggestion: "make one by: openssl rand -hex 16"
            )
        }
        return text.text
    }

    /// `{ url: U, every: "1m" }`.
    private func heartbeat(_ node: JSON5Node) -> ServiceDefinition.Heartbeat? {
        guard case .object(let members) = node.value else {
            reportKind(node, "heartbeat", takes: "an object such as { url: \"https://…\", every: \"1m\" }")
            return nil
        }
        checkKeys(members, of: "heartbeat", allowed: ["url", "every"])
        guard let url = members["url"].flatMap({ constant($0.value, "url") }) else {
            report(node, "heartbeat needs 'url'")
            return nil
        }
        if let mistake = URLCheck.mistake(inBase: url.text) {
            let shown = TerminalText.quoted(url.shown)
            report(node, "\(shown) cannot be called: \(mistake.reason)", suggestion: mistake.help)
        }
        let interval = members["every"].flatMap { time($0.value, "every") } ?? .seconds(60)
        return ServiceDefinition.Heartbeat(url: url.text, interval: interval)
    }

    /// Notes canaries of one name.
    func checkNames(of canaries: [CanaryDefinition]) {
        var places: [String: SourcePosition] = [:]
        for canary in canaries where !canary.name.isEmpty {
            guard let first = places.updateValue(canary.position, forKey: canary.name) else { continue }
            let diagnostic = FlowDiagnostic(
                position: canary.position,
                message: "the name '\(canary.name)' is taken by the canary at \(first)",
                suggestion: "give this one a 'name'"
            )
            context.report(diagnostic)
        }
    }
}
