extension FlowDiagnostic {
    /// The diagnostic with another message and no suggestion.
    func saying(_ message: String) -> FlowDiagnostic {
        FlowDiagnostic(
            position: position,
            message: message,
            sourceLine: sourceLine,
            caretIndent: caretIndent
        )
    }

    /// The diagnostic with the values of secrets made asterisks, one for each character: the caret
    /// stays where it was.
    func masking(_ secrets: [String]) -> FlowDiagnostic {
        guard secrets.contains(where: isShowing) else { return self }
        let mask = { (text: String) in
            secrets.reduce(text) { text, secret in
                text.split(separator: secret, omittingEmptySubsequences: false)
                    .joined(separator: String(repeating: "*", count: secret.count))
            }
        }
        return FlowDiagnostic(
            position: position,
            message: mask(message),
            suggestion: suggestion.map(mask),
            sourceLine: sourceLine.map(mask),
            caretIndent: caretIndent
        )
    }

    private func isShowing(_ secret: String) -> Bool {
        [message, suggestion, sourceLine].contains { $0?.contains(secret) ?? false }
    }
}
