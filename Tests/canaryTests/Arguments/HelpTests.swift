import Testing

@testable import canary

@Suite("Help") struct HelpTests {
    @Test("the overview names every command and every exit status")
    func overview() {
        for command in Subcommand.all {
            #expect(Help.overview.contains("  \(command.name) "))
            #expect(Help.overview.contains(command.summary))
        }
        for status in ["  0 ", "  1 ", "  2 ", "  4 ", "  129, 130, 143 "] {
            #expect(Help.overview.contains(status))
        }
    }

    @Test(
        "the help of a command names each of its options, examples and exit statuses",
        arguments: Subcommand.all.map(\.name)
    )
    func command(_ name: String) throws {
        let command = try #require(Subcommand.all.first { $0.name == name })
        let text = Help.text(for: command)
        for option in command.options {
            #expect(text.contains(option.written + (option.metavariable.map { " " + $0 } ?? "") + " "))
            if let letter = option.letter { #expect(text.contains("-\(letter), \(option.written)")) }
        }
        #expect(!command.examples.isEmpty)
        for example in command.examples { #expect(text.contains(example.line)) }
        #expect(text.contains("Exit status:\n  0 "))
    }

    @Test("no line is wider than a terminal of 80 columns", arguments: Subcommand.all.map(\.name))
    func width(_ name: String) throws {
        let command = try #require(Subcommand.all.first { $0.name == name })
        let lines = (Help.text(for: command) + Help.overview).split(separator: "\n")
        #expect(lines.filter { $0.count > 80 } == [])
    }

    @Test(
        "names and letters of a command's options are each used once",
        arguments: Subcommand.all.map(\.name)
    )
    func unique(_ name: String) throws {
        let options = try #require(Subcommand.all.first { $0.name == name }).options
        #expect(Set(options.map(\.name)).count == options.count)
        #expect(Set(options.compactMap(\.letter)).count == options.compactMap(\.letter).count)
    }
}
