import CanaryModel
import FlowFile
import Foundation

/// Where the flows of a command come from: files and folders, variables, and which of them are wanted.
struct FlowSource: Sendable {
    private let paths: [String]
    private let reader: FlowReader
    private let selection: FlowSelection

    /// Reads options and the files of `--env-file`; the mistakes of these go to standard error.
    ///
    /// - Throws: ``UsageError``, and ``CommandFailure`` for a file of variables with a mistake.
    init(_ arguments: Arguments) throws {
        paths = arguments.operands.isEmpty ? ["."] : arguments.operands
        selection = FlowSelection(tags: arguments.values(of: .tag), names: arguments.values(of: .name))
        let files = arguments.values(of: .environmentFile).map(EnvironmentFile.init(path:))
        let mistakes = files.flatMap(\.diagnostics)
        guard mistakes.isEmpty else {
            Self.tell(mistakes)
            throw CommandFailure.usage("\(counted(mistakes.count, "mistake")); nothing was started")
        }
        // What is in the environment was put there for this run; a file is for every one.
        let variables = files.reduce(into: [:]) { all, file in all.merge(file.values) { $1 } }
        reader = FlowReader(
            variables: try arguments.assignments(.variable),
            environment: variables.merging(ProcessInfo.processInfo.environment) { $1 },
            baseURL: arguments.value(of: .baseURL)
        )
    }

    /// Reads the flows; all their mistakes go to standard error.
    func read() -> FlowSet {
        let set = reader.read(paths: paths)
        Self.tell(set.diagnostics)
        return set
    }

    /// The flows that are wanted, of files without a mistake.
    ///
    /// - Throws: ``CommandFailure`` where a file has a mistake, be it wanted or not, and where no flow is wanted.
    func flows() throws(CommandFailure) -> [Flow] {
        let set = read()
        guard set.diagnostics.isEmpty else {
            throw .usage("\(counted(set.diagnostics.count, "mistake")); nothing was started")
        }
        return try selection.select(from: set.flows)
    }

    /// The flows that are wanted, where the files have been read before.
    func select(from set: FlowSet) throws(CommandFailure) -> [Flow] {
        try selection.select(from: set.flows)
    }

    private static func tell(_ diagnostics: [FlowDiagnostic]) {
        StandardStream.error.write(diagnostics.map { "\($0)\n" }.joined())
    }
}
