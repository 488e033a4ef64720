import CanaryModel
import CanaryReport
import FlowFile

extension Subcommand {
    static let validate = Subcommand(
        "validate",
        operands: "[PATH…]",
        operandCount: 0...Int.max,
        summary: "Read and check flows, start nothing.",
        detail: """
            Reads and checks flows as 'canary run' does, and starts nothing. Tells every mistake of every file with \
            its place on standard error, and the flows that would run on standard output. Variables and secrets \
            need not be set; those that are not are noted. Warns of what is no mistake, but may not say what is meant. \
            Of a service file, whose name ends in 'service.json5', it tells the next five times of each canary.
            """,
        options: [
            .tag, .name, .baseURL, .variable, .environmentFile, .allowBrowserArguments,
            .allowFileAccess, .allowEnvironment, .quiet,
        ],
        examples: [
            Example(line: "canary validate", meaning: "Check all flows in this folder and below."),
            Example(
                line: "canary validate flows --tag smoke",
                meaning: "See which flows 'canary run' would run."
            ),
            Example(
                line: "canary validate canary-service.json5",
                meaning: "Check a service file and its flows; see when each canary runs."
            ),
        ],
        statuses: ExitStatus.meanings.filter { ["0", "2"].contains($0.codes) }
    ) { arguments in
        if arguments.operands.contains(where: FlowReader.isServiceFile) {
            return try ServiceValidation(arguments).run()
        }
        let (flows, mistakes, missing, warnings) = try FlowSource(arguments).flowsToValidate()
        if !arguments.has(.quiet) {
            StandardStream.error.write(warnings.map { $0.warning + "\n" }.joined())
            StandardStream.error.write(missing.map { $0.note + "\n" }.joined())
            StandardStream.output.write(flows.map { $0.line(nameWidth: flows.nameWidth) }.joined())
        }
        let sums = [
            counted(flows.count, "flow"), counted(mistakes, "mistake"),
            warnings.isEmpty ? nil : counted(warnings.count, "warning"),
            missing.isEmpty ? nil : "\(counted(missing.count, "value")) to be set for a run",
        ]
        StandardStream.output.write(sums.compactMap(\.self).joined(separator: ", ") + "\n")
        return mistakes == 0 ? .passed : .usage
    }
}

extension [Flow] {
    fileprivate var nameWidth: Int { map(\.name.count).max() ?? 0 }
}

extension Flow {
    /// `login  flows/login.canary.json5  6 steps  smoke`.
    fileprivate func line(nameWidth: Int) -> String {
        let padding = String(repeating: " ", count: nameWidth - name.count)
        let parts = [
            name + padding, file.printable, counted(steps.count, "step"), tags.joined(separator: ", "),
        ]
        return parts.filter { !$0.isEmpty }.joined(separator: "  ") + "\n"
    }
}
