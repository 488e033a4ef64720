import Testing

@testable import canary

@Suite("Argument parser") struct ArgumentParserTests {
    private static let options: [Option] = [.output, .jobs, .quiet, .verbose, .tag, .help]

    @Test(
        "an option and its value are one word or two, long or short",
        arguments: [
            ["--output", "here"], ["--output=here"], ["-o", "here"], ["-ohere"], ["-o=here"],
            ["-qo", "here"],
            ["--output", "there", "--output", "here"],
        ]
    )
    func value(_ words: [String]) throws {
        let arguments = try ArgumentParser.parse(words, options: Self.options)
        #expect(arguments.value(of: .output) == "here")
        #expect(arguments.operands.isEmpty)
    }

    @Test("operands stand before, between and after options, and everything after -- is one")
    func operands() throws {
        let words = ["a", "-q", "-", "--jobs", "2", "b", "--", "--verbose", "-j"]
        let arguments = try ArgumentParser.parse(words, options: Self.options)
        #expect(arguments.operands == ["a", "-", "b", "--verbose", "-j"])
        #expect(arguments.has(.quiet))
        #expect(!arguments.has(.verbose))
        #expect(arguments.value(of: .jobs) == "2")
    }

    @Test("switches in one word, and an option that is given several times")
    func several() throws {
        let arguments = try ArgumentParser.parse(["-qv", "--tag", "a", "--tag=b=c"], options: Self.options)
        #expect(arguments.has(.quiet) && arguments.has(.verbose))
        #expect(arguments.values(of: .tag) == ["a", "b=c"])
    }

    @Test("a negative number and a dash are values")
    func oddValues() throws {
        let arguments = try ArgumentParser.parse(["--jobs", "-1", "-o", "-"], options: Self.options)
        #expect(arguments.value(of: .jobs) == "-1")
        #expect(arguments.value(of: .output) == "-")
    }

    @Test("--help ends the reading, so that it helps half-way")
    func help() throws {
        let arguments = try ArgumentParser.parse(["--jobs", "x", "-h", "--bogus"], options: Self.options)
        #expect(arguments.has(.help))
    }

    @Test(
        "a mistake is named, with what helps",
        arguments: [
            (["--outptu", "x"], "unknown option '--outptu'; did you mean '--output'?"),
            (["--outptu=x"], "unknown option '--outptu'; did you mean '--output'?"),
            (["--zzzzzzzz"], "unknown option '--zzzzzzzz'"),
            (["-x"], "unknown option '-x'"),
            (["-qx"], "unknown option '-x'"),
            (["-output"], "unknown option '-output'; did you mean '--output'?"),
            (["--quiet=yes"], "the option --quiet takes no value"),
            (["--output"], "the option --output needs a value: --output DIR"),
            (["-o"], "the option --output needs a value: --output DIR"),
            (["--output="], "the option --output needs a value: --output DIR"),
            (["--output", ""], "the option --output needs a value: --output DIR"),
            (
                ["--output", "--quiet"],
                "the option --output needs a value: --output DIR; if '--quiet' is meant, write --output=--quiet"
            ),
            (["--\u{1B}[31m"], "unknown option '--\\u{1B}[31m'"),
        ]
    )
    func mistakes(_ words: [String], _ message: String) {
        let error = #expect(throws: UsageError.self) {
            try ArgumentParser.parse(words, options: Self.options)
        }
        #expect(error?.description == message)
    }
}
