import FlowFile

/// A command line that cannot be understood or does not make sense.
struct UsageError: Error, Sendable, Hashable {
    /// What is wrong, a clause without a full stop.
    let message: String
    /// What to do about it: `did you mean '--jobs'?`.
    let suggestion: String?

    init(_ message: String, suggestion: String? = nil) {
        self.message = message
        self.suggestion = suggestion
    }

    /// `unknown KIND 'WORD'`, with the nearest of the known words; `prefix` stands before each of them.
    static func unknown(_ kind: String, _ word: String, known: [String]) -> UsageError {
        UsageError(
            "unknown \(kind) \(word.quoted)",
            suggestion: Suggestion.question(word, in: known)
        )
    }
}

extension UsageError: CustomStringConvertible {
    var description: String { message + (suggestion.map { "; \($0)" } ?? "") }
}
