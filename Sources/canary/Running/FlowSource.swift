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
            baseURL: arguments.value(of: .baseURL),
            permissions: try arguments.permissions()
        )
    }

    /// Reads the flows; all their mistakes go to standard error.
    ///
    /// - Returns: The flows that are wanted, how many mistakes there are, what flows lack to be run, and what may not
    ///   say what is meant; not those of flows of which it is known that they are not wanted.
    /// - Throws: ``CommandFailure`` where no flow is wanted, `CancellationError`.
    func read() throws -> (
        flows: [Flow], mistakes: Int, missing: [FlowDiagnostic], warnings: [FlowDiagnostic]
    ) {
        let set = reader.read(paths: paths)
        try Task.checkCancellation()
        Self.tell(set.diagnostics, untold: set.untold)
        let flows = set.flows.isEmpty ? [] : try selection.select(from: set.flows)
        return (
            flows, set.diagnostics.count + set.untold, wanted(set.missing, in: set),
            wanted(set.warnings, in: set)
        )
    }

    /// The flows that are wanted.
    ///
    /// - Throws: ``CommandFailure`` where a file has a mistake, be it wanted or not, where a flow that is wanted lacks
    ///   the value of a variable or secret, and where no flow is wanted; `CancellationError`.
    func flows() throws -> [Flow] {
        let set = reader.read(paths: paths)
        try Task.checkCancellation()
        let mistakes = set.diagnostics + wanted(set.missing, in: set)
        Self.tell(mistakes, untold: set.untold)
        guard mistakes.isEmpty else {
            let count = mistakes.count + set.untold
            throw CommandFailure.usage("\(counted(count, "mistake")); nothing was started")
        }
        return try selection.select(from: set.flows)
    }

    private func wanted(_ found: [String: [FlowDiagnostic]], in set: FlowSet) -> [FlowDiagnostic] {
        let unwanted = Set(set.flows.filter { !selection.includes($0) }.map(\.file))
        return found.sorted { $0.key < $1.key }.filter { !unwanted.contains($0.key) }.flatMap(\.value)
    }

    private static func tell(_ diagnostics: [FlowDiagnostic], untold: Int = 0) {
        let rest = untold > 0 ? "canary: \(counted(untold, "more mistake")) not shown\n" : ""
        StandardStream.error.write(diagnostics.map { "\($0)\n" }.joined() + rest)
    }
}
