import CanaryModel

/// The name of a step that was given none: what it does, as in `Click #login-btn`.
///
/// What is typed is never part of it, and a value that is only known while the flow runs stands as
/// it is written.
struct StepName {
    let text: String

    /// The longest name made; targets can be long.
    private static let limit = 80

    /// Makes it of what the step does in a few words.
    init(_ summary: String, secrets: some Sequence<String>) {
        var text = summary
        for secret in secrets where !secret.isEmpty && text.contains(secret) {
            text = text.split(separator: secret, omittingEmptySubsequences: false).joined(separator: "***")
        }
        if text.contains("@"), text.contains("://") {
            text = text.replacing(/:\/\/[^\/?#\s]*@/, with: "://***@")  // the user and the password in a URL
        }
        text = SavedReference.written(text)
        self.text = text.count > Self.limit ? text.prefix(Self.limit - 1) + "…" : text
    }
}

extension [Condition] {
    /// The first condition in a few words, and how many more there are.
    var summary: String {
        guard let first else { return "nothing" }
        return first.summary + (count > 1 ? " and \(count - 1) more" : "")
    }
}

extension Condition {
    /// What is looked at, in a few words, by its name where it has one.
    fileprivate var summary: String {
        let negation = isNegated ? "not " : ""
        return switch kind {
        case .state(let state, let target): "\(name ?? target.written) \(negation)\(state.rawValue)"
        case .reading(let reading, _): name ?? negation + reading.summary
        case .response(let reading, _): name ?? negation + reading.written
        case .script: name ?? "\(negation)value of a script"
        }
    }
}
