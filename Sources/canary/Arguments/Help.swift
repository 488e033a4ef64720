/// The texts of `--help`, made from the tables of commands and options.
enum Help {
    /// What `canary --help` says.
    static var overview: String {
        let commands = Subcommand.all.map { ($0.name, $0.summary) }
        return """
            \(wrapped(purpose, indent: 0))
            Usage: canary COMMAND [OPTION…] [ARGUMENT…]

            Commands:
            \(table(commands + [("help", "Show the help of a command, as in 'canary help run'.")]))
            Options:
            \(table([.help, .version].map(row)))
            Begin here:
            \(table([
                ("canary demo", "See it work, against a site that comes with it."),
                ("canary init", "Write a first flow to edit."),
                ("canary run", "Run all flows in this folder and below."),
            ]))
            Exit status:
            \(table(ExitStatus.meanings.map { ($0.codes, $0.text) }))
            """
    }

    private static let purpose = """
        canary runs scripted user flows in a real headless browser, keeps a screenshot of every step, and says \
        exactly which selector failed and why.
        """

    /// What `canary COMMAND --help` says.
    static func text(for command: Subcommand) -> String {
        let usage = ["canary", command.name, "[OPTION…]", command.operands].filter { !$0.isEmpty }
        return """
            \(wrapped(command.detail, indent: 0))
            Usage: \(usage.joined(separator: " "))

            Options:
            \(table(command.options.map(row)))
            Examples:
            \(command.examples.map { "  \($0.line)\n\(wrapped($0.meaning, indent: 6))" }.joined())
            Exit status:
            \(table(command.statuses.map { ($0.codes, $0.text) }))
            """
    }

    private static func row(_ option: Option) -> (String, String) {
        let letter = option.letter.map { "-\($0), " } ?? "    "
        return (letter + option.written + (option.metavariable.map { " " + $0 } ?? ""), option.help)
    }

    /// Two columns; the second begins on a line of its own where the first is too wide.
    private static func table(_ rows: [(String, String)]) -> String {
        let limit = 27
        let width = rows.map(\.0.count).filter { $0 <= limit }.max() ?? 0
        return rows.map { name, text in
            let lines = wrapped(text, indent: width + 4)
            guard name.count <= width else { return "  \(name)\n\(lines)" }
            let padding = String(repeating: " ", count: width - name.count + 2)
            return "  " + name + padding + lines.drop { $0 == " " }
        }.joined()
    }

    /// The text in lines of at most 80 columns, as narrow as terminals commonly are, each with a newline.
    private static func wrapped(_ text: String, indent: Int) -> String {
        let margin = String(repeating: " ", count: indent)
        var lines: [String] = []
        var line = ""
        for word in text.split(separator: " ") {
            if !line.isEmpty, indent + line.count + 1 + word.count > 80 {
                lines.append(line)
                line = ""
            }
            line += (line.isEmpty ? "" : " ") + word
        }
        return (lines + [line]).map { margin + $0 + "\n" }.joined()
    }
}
