import CanaryModel

extension FileDecoder {
    /// What flows say of all their requests.
    func requestDefaults(_ node: JSON5Node) -> RequestDefaults {
        guard case .object(let members) = node.value else {
            reportKind(node, "requests", takes: "an object such as { baseURL: \"https://api.example.com\" }")
            return RequestDefaults()
        }
        checkKeys(
            members,
            of: "requests",
            allowed: ["baseURL", "headers", "timeout", "expect", "warn"]
                + RequestOptionKey.allCases.map(\.rawValue)
        )
        var defaults = RequestDefaults()
        if let member = members["baseURL"], let text = constant(member.value, "baseURL of requests") {
            defaults.baseURL = text.text
            if let given = context.givenBaseURL, text.written == text.text, !given.isEmpty {
                let help = "write \"${BASE_URL}\" in it, or give another variable with --var"
                warn(member.value, "--base-url does not replace the baseURL of requests", suggestion: help)
            }
            if let mistake = URLCheck.mistake(inBase: text.text) {
                report(
                    member.value,
                    "\(TerminalText.quoted(text.shown)) is not a valid base URL: \(mistake.reason)",
                    suggestion: mistake.help
                )
            }
        }
        defaults.options = requestOptions(RequestOptions()) { members[$0.rawValue] }
        defaults.timeout = members["timeout"].flatMap { time($0.value, "timeout") }
        if let expect = members["expect"] {
            defaults.expect = conditions(expect.value, "expect")
            checkConditions(defaults.expect, expect.value, of: .request)
        }
        if let warn = members["warn"] {
            defaults.warn = conditions(warn.value, "warn")
            checkConditions(defaults.warn, warn.value, of: .request)
        }
        if let headers = members["headers"] { checkHeaderNames(headers.value) }
        defaults.headers = members["headers"].map { requestFields($0.value, "headers") } ?? []
        return defaults
    }
}

extension FileDecoder {
    /// What is asked of all responses, without what a step says something of itself: the status, the same header or path.
    func common(_ all: [Condition], beside own: [Condition], _ fields: StepFields) -> [Condition] {
        let subjects = Set(own.map(\.kind.subject))
        return all.filter { condition in
            let isGiven = condition.kind.key == .response(.status) && fields[.status] != nil
            return !isGiven && !subjects.contains(condition.kind.subject)
        }
    }

    /// The time of all requests, where a step is one.
    func commonTimeout(_ fields: StepFields) -> Duration? {
        fields.contents.first?.key == .action(.request) ? context.requests.timeout : nil
    }
}

extension Condition.Kind {
    /// What it looks at: names of headers without regard to case.
    fileprivate var subject: ResponseReading? {
        switch self {
        case .response(.header(let name), _): .header(name.lowercased())
        case .response(let reading, _): reading
        default: nil  // of a page, which a request has none of
        }
    }
}
