/// One of the commands, as `run` in `canary run`.
struct Subcommand: Sendable {
    /// A command line that is worth showing, and what it does.
    struct Example: Sendable {
        let line: String
        let meaning: String
    }

    /// Its name.
    let name: String
    /// What stands for its operands in the help: `[PATH…]`; empty where it takes none.
    let operands: String
    /// How many operands it takes.
    let operandCount: ClosedRange<Int>
    /// What it does, in a few words.
    let summary: String
    /// What it does, in some sentences.
    let detail: String
    /// Its options, in the order of the help; `--help` comes by itself.
    let options: [Option]
    let examples: [Example]
    /// What its exit statuses mean, where that is not the same as everywhere.
    let statuses: [ExitStatus.Meaning]
    /// Does it.
    let perform: @Sendable (Arguments) async throws -> ExitStatus

    init(
        _ name: String,
        operands: String = "",
        operandCount: ClosedRange<Int> = 0...0,
        summary: String,
        detail: String,
        options: [Option],
        examples: [Example],
        statuses: [ExitStatus.Meaning] = ExitStatus.meanings,
        perform: @escaping @Sendable (Arguments) async throws -> ExitStatus
    ) {
        self.name = name
        self.operands = operands
        self.operandCount = operandCount
        self.summary = summary
        self.detail = detail
        self.options = options + [.help]
        self.examples = examples
        self.statuses = statuses
        self.perform = perform
    }

    /// All commands, in the order of the help.
    static let all: [Subcommand] = [.run, .check, .validate, .doctor, .demo, .initialize, .report]

    /// Reads the words after the command's name.
    ///
    /// - Throws: ``UsageError``, for too few or too many operands too.
    func parse(_ words: [String]) throws(UsageError) -> Arguments {
        let arguments = try ArgumentParser.parse(words, options: options)
        if arguments.has(.help) { return arguments }
        if arguments.operands.count < operandCount.lowerBound {
            throw UsageError("'canary \(name)' needs \(operands)")
        }
        if arguments.operands.count > operandCount.upperBound {
            let excess = arguments.operands[operandCount.upperBound]
            throw UsageError("'canary \(name)' has no use for \(excess.quoted)")
        }
        return arguments
    }
}
