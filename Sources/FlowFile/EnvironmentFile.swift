import CanaryModel

/// A file of environment variables: `KEY=value`, one a line.
///
/// Empty lines, `# comments` and a leading `export` are allowed. A value in double quotes takes
/// `\n \r \t \" \\ \$`, one in single quotes is taken as it is, one without ends at ` #`.
/// Nothing is put in for `$NAME`.
public struct EnvironmentFile: Sendable, Hashable {
    /// The variables; where a name stands twice, the last counts.
    public let values: [String: String]
    /// Every line that is not understood; none of them shows a value.
    public let diagnostics: [FlowDiagnostic]

    /// Reads the file at `path`; a file that cannot be read is a diagnostic.
    public init(path: String) {
        switch SourceText.read(path, isStream: true) {
        case .success(let source): self.init(source)
        case .failure(let diagnostic):
            self.init(values: [:], diagnostics: [diagnostic])
        }
    }

    private init(values: [String: String], diagnostics: [FlowDiagnostic]) {
        self.values = values
        self.diagnostics = diagnostics
    }

    init(_ source: SourceText) {
        var values: [String: String] = [:]
        var diagnostics: [FlowDiagnostic] = []
        let text = source.text(source.textStart..<source.bytes.count)
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            .enumerated()
        {
            var parser = EnvironmentLine(line)
            do throws(EnvironmentLine.Mistake) {
                guard let (name, value) = try parser.variable() else { continue }
                values[name] = value
            } catch {
                let position = SourcePosition(file: source.file, line: index + 1, column: error.column)
                diagnostics.append(FlowDiagnostic(position: position, message: error.reason))
            }
        }
        self.init(values: values, diagnostics: diagnostics)
    }
}
