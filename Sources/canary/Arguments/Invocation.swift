import CanaryReport
import FlowFile

/// What a whole command line asks for.
enum Invocation: Sendable {
    /// A text to show: a help, the version.
    case text(String)
    /// A command to do.
    case command(Subcommand, Arguments)

    /// Reads the words after `canary`.
    ///
    /// - Throws: ``UsageError``.
    init(_ words: [String]) throws(UsageError) {
        guard let first = words.first else {
            throw UsageError("which command? One of \(Self.names.joined(separator: ", "))")
        }
        if first == "help" {
            self = .text(try Self.help(Array(words.dropFirst())))
        } else if first.hasPrefix("-") {
            self = .text(try Self.text(ofOptions: words))
        } else {
            let command = try Self.command(first)
            let arguments = try command.parse(Array(words.dropFirst()))
            self = arguments.has(.help) ? .text(Help.text(for: command)) : .command(command, arguments)
        }
    }

    /// The command line that helps whoever wrote this one.
    static func helpLine(for words: [String]) -> String {
        let command = Subcommand.all.first { $0.name == words.first }
        return command.map { "canary \($0.name) --help" } ?? "canary --help"
    }

    private static var names: [String] { Subcommand.all.map(\.name) + ["help"] }

    private static func command(_ name: String) throws(UsageError) -> Subcommand {
        if let command = Subcommand.all.first(where: { $0.name == name }) { return command }
        if name.hasSuffix(FlowSearch.suffix) {
            throw UsageError(
                "\(name.quoted) is a flow, not a command",
                suggestion: "did you mean 'canary run \(name.printable)'?"
            )
        }
        throw .unknown("command", name, known: names)
    }

    private static func help(_ words: [String]) throws(UsageError) -> String {
        let arguments = try ArgumentParser.parse(words, options: [.help])
        if let excess = arguments.operands.dropFirst().first {
            throw UsageError("'canary help' has no use for \(excess.quoted)")
        }
        guard let name = arguments.operands.first, name != "help" else { return Help.overview }
        return Help.text(for: try command(name))
    }

    /// What `canary --version` and `canary --help` say; other options come after a command.
    private static func text(ofOptions words: [String]) throws(UsageError) -> String {
        let name = words[0].split(separator: "=").first.map(String.init) ?? words[0]
        let owner = Subcommand.all.first { command in
            command.options.contains {
                $0 != .help && ($0.written == name || $0.letter.map { "-\($0)" } == name)
            }
        }
        if let owner {
            throw UsageError("the option \(name) comes after a command, as in 'canary \(owner.name) \(name)'")
        }
        let arguments = try ArgumentParser.parse(words, options: [.help, .version])
        if arguments.has(.help) { return Help.overview }
        if let excess = arguments.operands.first {
            throw UsageError("'canary --version' has no use for \(excess.quoted)")
        }
        return arguments.has(.version) ? "canary \(version)\n" : Help.overview
    }
}
