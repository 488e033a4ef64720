import CanaryReport
import Testing

@testable import canary

@Suite("Values of options") struct ArgumentsValuesTests {
    private func parse(_ words: String...) throws -> Arguments {
        try ArgumentParser.parse(words, options: Subcommand.run.options)
    }

    @Test("a number is whole and in its range", arguments: ["0", "101", "2.5", "two", " ", "0x2"])
    func number(_ text: String) throws {
        let arguments = try parse("--jobs=\(text)")
        let error = #expect(throws: UsageError.self) { try arguments.number(.jobs, in: 1...100) }
        #expect(error?.message == "--jobs takes a whole number from 1 to 100, not '\(text)'")
        #expect(try parse("--jobs=100").number(.jobs, in: 1...100) == 100)
        #expect(try parse().number(.jobs, in: 1...100) == nil)
    }

    @Test(
        "a time is written as in a flow file",
        arguments: [("500ms", Duration.milliseconds(500)), ("90s", .seconds(90)), ("1m30s", .seconds(90))]
    )
    func duration(_ text: String, _ duration: Duration) throws {
        #expect(try parse("--timeout", text).duration(.timeout) == duration)
    }

    @Test(
        "a time without a unit gets one proposed",
        arguments: [("30", "did you mean '30s'?"), ("0s", nil), ("-1", nil)]
    )
    func noDuration(_ text: String, _ suggestion: String?) throws {
        let arguments = try parse("--timeout=\(text)")
        let error = #expect(throws: UsageError.self) { try arguments.duration(.timeout) }
        #expect(error?.suggestion == suggestion)
    }

    @Test("the command line may be shown: values of variables and passwords in URLs are masked")
    func command() throws {
        let arguments = try parse(
            "b.json5",
            "-q",
            "--var",
            "TOKEN=hush=hush",
            "--base-url",
            "https://me:hush@example.test/a@b",
            "--var=B=hush",
            "a.json5"
        )
        #expect(
            arguments.words(of: "run") == [
                "canary", "run", "--base-url", "https://***@example.test/a@b", "--quiet", "--var",
                "TOKEN=***",
                "--var", "B=***", "b.json5", "a.json5",
            ]
        )
    }

    @Test("of variables the last value counts, and it may hold = and nothing")
    func assignments() throws {
        let arguments = try parse("--var", "A=1", "--var", "B==x=", "--var=C=", "--var=A=2")
        #expect(try arguments.assignments(.variable) == ["A": "2", "B": "=x=", "C": ""])
    }

    @Test(
        "what is not a variable is refused without showing its value",
        arguments: ["hunter2", "=hunter2", "1A=hunter2", "A-B=hunter2"]
    )
    func noAssignment(_ text: String) throws {
        let arguments = try parse("--var", text)
        let error = #expect(throws: UsageError.self) { try arguments.assignments(.variable) }
        #expect(error?.description.contains("hunter2") == false)
    }

    @Test("quiet and verbose exclude each other")
    func verbosity() throws {
        #expect(try parse().verbosity() == .normal)
        #expect(try parse("-q").verbosity() == .quiet)
        #expect(try parse("-v").verbosity() == .verbose)
        let both = try parse("-qv")
        #expect(throws: UsageError.self) { try both.verbosity() }
    }
}
