public import CanaryModel

/// One mistake in a flow file, and where it is.
public struct FlowDiagnostic: Error, Sendable, Hashable {
    /// Where the mistake is; line 0 stands for the file as a whole (it is missing, a folder, too large).
    public let position: SourcePosition
    /// What is wrong, a clause without a full stop.
    public let message: String
    /// What to do about it: `did you mean 'click'?`.
    public let suggestion: String?
    /// The line of the file, cut around the place where it is long, control characters escaped and
    /// the values of secrets masked; `nil` for the file as a whole and in files that hold secrets.
    public let sourceLine: String?
    /// How many terminal cells of ``sourceLine`` stand before the place.
    public let caretIndent: Int

    /// Makes a diagnostic.
    public init(
        position: SourcePosition,
        message: String,
        suggestion: String? = nil,
        sourceLine: String? = nil,
        caretIndent: Int = 0
    ) {
        self.position = position
        self.message = message
        self.suggestion = suggestion
        self.sourceLine = sourceLine
        self.caretIndent = caretIndent
    }
}

extension FlowDiagnostic: CustomStringConvertible {
    /// `file:line:column: message; did you mean …?`, then the line and a caret under the place.
    ///
    /// Without a line feed at the end; without line and caret where there is no ``sourceLine``.
    public var description: String {
        guard let sourceLine else { return headline }
        return "\(headline)\n    \(sourceLine)\n    \(String(repeating: " ", count: caretIndent))^"
    }

    /// The first line of the description alone: place, message and suggestion.
    public var headline: String { line("") }

    /// The headline of what is no mistake: `file:line:column: note: the secret 'PASSWORD' is not set; …`.
    public var note: String { line("note: ") }

    /// The headline of what is no mistake, but may not say what is meant: `file:line:column: warning: …`.
    public var warning: String { line("warning: ") }

    private func line(_ kind: String) -> String {
        let place = position.line == 0 ? position.file : position.description
        return "\(place): \(kind)\(message)" + (suggestion.map { "; \($0)" } ?? "")
    }
}
