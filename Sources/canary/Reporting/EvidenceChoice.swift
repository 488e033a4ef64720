import CanaryModel

/// What `--evidence` says of what is kept, in place of what each flow says.
struct EvidenceChoice: Sendable, Hashable {
    /// Of which steps a screenshot is kept.
    var screenshots: EvidenceOptions.Screenshots?
    /// Whether the other kinds are kept, by their names.
    private var switches: [String: Bool] = [:]

    private static let options:
        [(name: String, path: any WritableKeyPath<EvidenceOptions, Bool> & Sendable)] =
            [("console", \.console), ("har", \.har), ("bodies", \.bodies), ("dom", \.dom)]
    private static let names = ["screenshots"] + options.map(\.name)

    /// Reads `NAME=on|off`, several of them between commas; where a name comes twice, the last counts.
    ///
    /// - Throws: ``UsageError`` for a name or value that there is not.
    init(_ texts: [String]) throws(UsageError) {
        for text in texts.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
            let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            try set(String(parts[0]), to: parts.count > 1 ? String(parts[1]) : nil)
        }
    }

    private mutating func set(_ name: String, to value: String?) throws(UsageError) {
        guard Self.names.contains(name) else {
            let nearest = UsageError.unknown("evidence", name, known: Self.names)
            let all = Self.names.joined(separator: ", ")
            throw UsageError("\(nearest.message): there are \(all)", suggestion: nearest.suggestion)
        }
        switch value {
        case "on", "off":
            if name == "screenshots" { screenshots = value == "on" ? .all : EvidenceOptions.Screenshots.none }
            switches[name] = value == "on"
        case "failures" where name == "screenshots": screenshots = .failures
        default:
            let values = name == "screenshots" ? "on, off or failures" : "on or off"
            let got = value.map { ", not \($0.quoted)" } ?? ", as in \(name)=off"
            throw UsageError("--evidence \(name) takes \(values)\(got)")
        }
    }

    /// The flow with what is chosen; without screenshots also those that steps ask for are off.
    func applied(to flow: Flow) -> Flow {
        var flow = flow
        for (name, path) in Self.options {
            if let isOn = switches[name] { flow.evidence[keyPath: path] = isOn }
        }
        if let screenshots { flow.evidence.screenshots = screenshots }
        if screenshots == EvidenceOptions.Screenshots.none {
            flow.steps = flow.steps.map(\.withoutOwnScreenshot)
            flow.cleanup = flow.cleanup.map(\.withoutOwnScreenshot)
        }
        return flow
    }
}

extension Step {
    /// The step with no wish for a picture; its flow decides.
    fileprivate var withoutOwnScreenshot: Step {
        var step = self
        step.screenshot = nil
        if case .group(let steps) = content { step.content = .group(steps.map(\.withoutOwnScreenshot)) }
        return step
    }
}
