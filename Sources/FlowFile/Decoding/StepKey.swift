import CanaryModel

/// A key of a step.
enum StepKey: Hashable {
    /// What the step is, beside what it does.
    case modifier(StepModifier)
    /// What it does.
    case content(StepContent)
    /// What an action needs.
    case parameter(StepParameter)

    /// The key that is written so; `save` is that of an action.
    init?(_ word: String) {
        guard let key = Self.byWord[word] else { return nil }
        self = key
    }

    private static let keys =
        StepModifier.allCases.map { ($0.rawValue, StepKey.modifier($0)) }
        + StepContent.allCases.map { ($0.rawValue, .content($0)) }
        + StepParameter.allCases.map { ($0.rawValue, .parameter($0)) }

    private static let byWord = Dictionary(keys) { first, _ in first }

    /// All of them as they are written.
    static let all = keys.map(\.0)

    /// The key that other tools call by this name.
    static func synonym(of word: String) -> String? { synonyms[word.lowercased()] }

    private static let synonyms = Dictionary(
        Action.Kind.allCases.flatMap { kind in kind.row.synonyms.map { ($0, kind.rawValue) } }
            + StepModifier.allCases.flatMap { key in key.synonyms.map { ($0, key.rawValue) } }
            + [
                ("body", "json"), ("data", "json"), ("params", "query"), ("bearer", "auth"),
                ("token", "auth"),
            ]
    ) { first, _ in first }
}

/// What a step is, beside what it does.
enum StepModifier: String, CaseIterable {
    case name, timeout, screenshot, mask, optional, soft, frame, expect, warn, forEach, log, level

    /// What other tools call it, in lower case.
    var synonyms: [String] {
        switch self {
        case .frame: ["iframe"]
        case .expect: ["assert", "verify", "assertions"]
        case .forEach: ["foreach", "each", "rows", "parametrize"]
        case .warn: ["warning", "warnings"]
        case .log: ["echo", "print", "message_log"]
        case .level: ["loglevel"]
        case .name, .timeout, .screenshot, .mask, .optional, .soft: []
        }
    }
}

/// What a step does: one action, or steps in place of one.
enum StepContent: Hashable {
    case steps, use
    case action(Action.Kind)
}

extension StepContent: CaseIterable, RawRepresentable {
    static let allCases = [.steps, .use] + Action.Kind.allCases.map(Self.action)

    init?(rawValue: String) {
        switch rawValue {
        case "steps": self = .steps
        case "use": self = .use
        default:
            guard let kind = Action.Kind(rawValue: rawValue) else { return nil }
            self = .action(kind)
        }
    }

    var rawValue: String {
        switch self {
        case .steps: "steps"
        case .use: "use"
        case .action(let kind): kind.rawValue
        }
    }

    /// The action that it is.
    var action: Action.Kind? { if case .action(let kind) = self { kind } else { nil } }

    /// Whether it is an action.
    var isAction: Bool { if case .action = self { true } else { false } }
}

/// What an action needs or takes, beside the value of its key.
enum StepParameter: String, CaseIterable {
    case status, value, target, option, files, to, message, args, save
    case headers, query, json, form, text, file, multipart, retry
    case auth, cookies, followRedirects, insecure, maxBodySize, clientCertificate, key, caCertificate
    case http, proxy, resolve, traceparent, ipVersion, compressed
    case tls, send, record, server

    /// The actions that it goes with.
    var owners: [Action.Kind] { Action.Kind.allCases.filter { $0.row.parameters.contains(self) } }
}
