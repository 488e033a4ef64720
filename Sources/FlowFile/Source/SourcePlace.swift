import CanaryModel

/// A place in a file with the line that shows it.
struct SourcePlace: Sendable, Hashable {
    let position: SourcePosition
    /// The line as a terminal can show it; see ``FlowDiagnostic/sourceLine``.
    let line: String?
    /// How many terminal cells of the line stand before the place.
    let indent: Int

    /// A file as a whole.
    init(file: String) {
        position = SourcePosition(file: file, line: 0, column: 0)
        line = nil
        indent = 0
    }

    /// The byte at `offset` of `source`.
    init(_ source: SourceText, at offset: Int) {
        let excerpt = SourceExcerpt(source, at: offset)
        position = source.position(at: offset)
        line = excerpt.line
        indent = excerpt.indent
    }
}

extension FlowDiagnostic {
    /// Makes a diagnostic for a place.
    init(at place: SourcePlace, _ message: String, suggestion: String? = nil) {
        self.init(
            position: place.position,
            message: message,
            suggestion: suggestion,
            sourceLine: place.line,
            caretIndent: place.indent
        )
    }
}
