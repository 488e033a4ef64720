import CanaryModel
import CanaryReport
import FlowFile
import Foundation

extension FlowSource {
    /// Reads options and the files of `--env-file`; the mistakes of these go to standard error.
    ///
    /// - Throws: ``UsageError``, and ``CommandFailure`` for a file of variables with a mistake.
    init(_ arguments: Arguments) throws {
        let files = arguments.values(of: .environmentFile).map(EnvironmentFile.init(path:))
        let mistakes = files.flatMap(\.diagnostics)
        guard mistakes.isEmpty else {
            Self.tell(mistakes)
            throw CommandFailure.usage("\(counted(mistakes.count, "mistake")); nothing was started")
        }
        // What is in the environment was put there for this run; a file is for every one.
        let variables = files.reduce(into: [:]) { all, file in all.merge(file.values) { $1 } }
        self.init(
            paths: arguments.operands.isEmpty ? ["."] : arguments.operands,
            reader: FlowReader(
                variables: try arguments.assignments(.variable),
                environment: variables.merging(ProcessInfo.processInfo.environment) { $1 },
                baseURL: arguments.value(of: .baseURL),
                permissions: try arguments.permissions()
            ),
            selection: FlowSelection(tags: arguments.values(of: .tag), names: arguments.values(of: .name))
        )
    }

    /// Reads the flows; all their mistakes go to standard error.
    ///
    /// - Returns: The flows that are wanted, how many mistakes there are, what flows lack to be run, and what may not
    ///   say what is meant.
    /// - Throws: ``CommandFailure`` where no flow is wanted, `CancellationError`.
    func flowsToValidate() throws -> (
        flows: [Flow], mistakes: Int, missing: [FlowDiagnostic], warnings: [FlowDiagnostic]
    ) {
        let set = try read()
        Self.tell(set.diagnostics, untold: set.untold)
        let flows = set.flows.isEmpty ? [] : try selected(from: set.flows)
        return (flows, set.diagnostics.count + set.untold, set.missing.byFile, set.warnings.byFile)
    }

    /// The flows that are wanted, all their mistakes written to standard error.
    ///
    /// - Throws: ``CommandFailure`` where a file has a mistake, be it wanted or not, where a flow that is wanted lacks
    ///   the value of a variable or secret, and where no flow is wanted; `CancellationError`.
    func flowsToRun() throws -> [Flow] {
        let set = try read()
        let mistakes = set.diagnostics + set.missing.byFile
        Self.tell(mistakes, untold: set.untold)
        guard mistakes.isEmpty else {
            let count = mistakes.count + set.untold
            throw CommandFailure.usage("\(counted(count, "mistake")); nothing was started")
        }
        return try selected(from: set.flows)
    }

    private func selected(from flows: [Flow]) throws(CommandFailure) -> [Flow] {
        do {
            return try selection.select(from: flows)
        } catch {
            throw CommandFailure(error)
        }
    }

    static func tell(_ diagnostics: [FlowDiagnostic], untold: Int = 0) {
        let rest = untold > 0 ? "canary: \(counted(untold, "more mistake")) not shown\n" : ""
        StandardStream.error.write(diagnostics.map { "\($0)\n" }.joined() + rest)
    }
}

extension CommandFailure {
    /// No flow fits `--tag` and `--name`: what there would be.
    init(_ nothing: NothingSelected) {
        let selection = nothing.selection
        let wishes =
            selection.tags.map { "--tag \($0.printable)" } + selection.names.map { "--name \($0.printable)" }
        let tags = nothing.tags.isEmpty ? "none" : nothing.tags.joined(separator: ", ")
        self = .usage(
            "nothing is selected: none of \(counted(nothing.flows.count, "flow")) fits "
                + wishes.joined(separator: " ") + (nothing.question.map { "; " + $0 } ?? "")
                + (selection.tags.isEmpty ? "" : "\nTags: " + tags)
                + "\nFlows: " + nothing.flows.joined(separator: ", ")
        )
    }
}

extension [String: [FlowDiagnostic]] {
    /// All of them, in the order of their files.
    fileprivate var byFile: [FlowDiagnostic] { sorted { $0.key < $1.key }.flatMap(\.value) }
}

/// `1 flow`, `3 flows`.
func counted(_ number: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
}
