/// The flow files that a list of files and folders stands for.
public struct FlowSearch: Sendable, Hashable {
    /// The files: those named as they are, those of a folder sorted by path; each once.
    public let files: [String]
    /// A path that does not exist, a folder that cannot be read or holds no flow.
    public let diagnostics: [FlowDiagnostic]

    /// How the names of flow files end.
    public static let suffix = ".canary.json5"

    /// Looks the paths up; folders are searched for `*.canary.json5`, with their subfolders.
    ///
    /// Hidden folders and `node_modules` are left out, links to folders are not followed. A file
    /// that is named itself may have any name.
    public init(_ paths: [String]) {
        var known: Set<String> = []
        var files: [String] = []
        var diagnostics: [FlowDiagnostic] = []
        for path in paths {
            switch Folder.files(under: path, endingWith: Self.suffix) {
            case .success(let found):
                files += found.filter { known.insert(FileName.absolute($0)).inserted }
            case .failure(let problem):
                let place = SourcePlace(file: FileName.shown(problem.path))
                diagnostics.append(FlowDiagnostic(at: place, problem.reason))
            }
        }
        self.files = files
        self.diagnostics = diagnostics
    }
}
