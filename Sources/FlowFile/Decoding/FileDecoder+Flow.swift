import CanaryModel

extension FileDecoder {
    /// The flow that the file holds; only to be used where no mistake was reported.
    func flow(_ root: JSON5Node) -> Flow? {
        guard case .object(let members) = root.value else {
            reportKind(root, "a flow file", takes: "an object such as { name: \"login\", steps: […] }")
            return nil
        }
        checkKeys(members, of: "a flow", allowed: FlowKey.all)
        secrets(members["secrets"]?.value, variables: members["variables"]?.value)
        variables(members["variables"]?.value)
        context.baseURL = baseURL(members["baseURL"]?.value)
        var flow = Flow(name: name(members["name"], root) ?? "", steps: [])
        flow.title = members["title"].flatMap { label($0.value, "title") } ?? flow.name
        flow.file = source.file
        flow.files = context.files
        flow.tags = members["tags"].map { tags($0.value) } ?? []
        flow.baseURL = context.baseURL
        flow.secrets = context.variables.secrets
        if let budget = budget("timeout", members) { flow.timeout = budget }
        if let budget = budget("stepTimeout", members) { flow.stepTimeout = budget }
        if let budget = budget("cleanupTimeout", members) { flow.cleanupTimeout = budget }
        if let retries = members["retries"].flatMap({ integer($0.value, "retries", in: 0...10) }) {
            flow.retries = retries
        }
        if let evidence = members["evidence"] { flow.evidence = self.evidence(evidence.value) }
        if let statuses = members["allowStatus"] {
            flow.allowStatus = self.statuses(statuses.value, "allowStatus", in: 400...599)
        }
        flow.failurePolicy = failurePolicy(failOn: members["failOn"], ignore: members["ignore"])
        if let browser = members["browser"] { flow.browser = browserOptions(browser.value) }
        if let member = members["cleanupFailure"] {
            flow.toleratesCleanupFailure = toleratesCleanupFailure(member.value)
        }
        if let requests = members["requests"] { context.requests = requestDefaults(requests.value) }
        flow.requests = context.requests
        flow.steps = requiredSteps(members, root)
        flow.cleanup = members["cleanup"].map { steps($0.value, "cleanup", isInGroup: false) } ?? []
        flow.generated = context.generated
        checkPages()
        return flow
    }

    private func budget(_ key: String, _ members: [JSON5Member]) -> Duration? {
        members[key].flatMap { time($0.value, key) }
    }

    /// Notes steps that look at a page in a flow of requests, which opens none.
    private func checkPages() {
        guard context.sendsRequests, !context.actsOnPage else { return }
        for place in context.looks {
            context.report(
                FlowDiagnostic(
                    at: place,
                    "this step looks at a page, and no step of the flow opens one",
                    suggestion:
                        "add { open: \"/…\" } before it, or put its conditions into the 'expect' of the request"
                )
            )
        }
    }

    /// `"warn"`, or `"fail"`, which is what a flow does that says nothing.
    private func toleratesCleanupFailure(_ node: JSON5Node) -> Bool {
        guard let text = constant(node, "cleanupFailure") else { return false }
        if !["warn", "fail"].contains(text.text) {
            reportKind(node, "cleanupFailure", takes: "\"warn\" or \"fail\"")
        }
        return text.text == "warn"
    }

    private func requiredSteps(_ members: [JSON5Member], _ root: JSON5Node) -> [Step] {
        guard let member = members["steps"] else {
            report(root, "the flow has no 'steps'")
            return []
        }
        if case .array(let elements) = member.value.value, elements.isEmpty {
            report(member.value, "the flow needs at least one step")
        }
        return steps(member.value, "steps", isInGroup: false)
    }

    private func name(_ member: JSON5Member?, _ root: JSON5Node) -> String? {
        let rule = "a name is made of a-z 0-9 _ -"
        guard let member else {
            report(root, "the flow has no 'name'", suggestion: "add name: \"login\"; \(rule)")
            return nil
        }
        guard let text = selecting(member.value, "name") else { return nil }
        let isName = text.text.utf8.allSatisfy { byte in
            InterpolationParser.isNamePart(byte) && !(UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
                || byte == UInt8(ascii: "-")
        }
        guard isName, (1...100).contains(text.text.utf8.count) else {
            report(
                member.value,
                "\(TerminalText.quoted(text.shown)) is not a valid flow name",
                suggestion: rule + ", 100 at most"
            )
            return nil
        }
        return text.text
    }

    private func tags(_ node: JSON5Node) -> [String] {
        constants(node, "tags", select: true).map { tag in
            if tag.text.isEmpty || tag.text.contains(where: \.isWhitespace) {
                report(tag.node, "a tag is one word, got \(describe(tag.node))")
            }
            return tag.text
        }
    }

    /// The base URL: that of the command line, else the flow's.
    private func baseURL(_ node: JSON5Node?) -> String? {
        if let given = context.givenBaseURL {
            guard let mistake = URLCheck.mistake(inBase: given) else { return given }
            let message =
                "--base-url \(TerminalText.quoted(given)) is not a valid base URL: \(mistake.reason)"
            context.report(
                FlowDiagnostic(at: SourcePlace(file: source.file), message, suggestion: mistake.help)
            )
            return given
        }
        guard let node,
            let text = constant(node, "baseURL", takes: "a URL such as \"https://app.example.com\"")
        else {
            // Where it is there and wrong, relative URLs are not wrong for the lack of it.
            return node.map { _ in "" }
        }
        if let mistake = URLCheck.mistake(inBase: text.text) {
            report(
                node,
                "\(TerminalText.quoted(text.shown)) is not a valid base URL: \(mistake.reason)",
                suggestion: mistake.help
            )
        }
        return text.text
    }
}
