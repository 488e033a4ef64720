import Testing

@testable import canary

@Suite("Command line") struct InvocationTests {
    @Test(
        "help is found wherever it is asked for",
        arguments: [
            (["--help"], "Commands:"), (["-h"], "Commands:"), (["help"], "Commands:"),
            (["help", "help"], "Commands:"),
            (["help", "run"], "Usage: canary run [OPTION…] [PATH…]"),
            (["run", "--help"], "Usage: canary run"),
            (["run", "x", "-h"], "Usage: canary run"),
            (["report", "--help"], "Usage: canary report [OPTION…] DIR"),
            (["--version"], "canary \(version)\n"), (["-V"], "canary \(version)\n"),
        ]
    )
    func help(_ words: [String], _ piece: String) throws {
        guard case .text(let text) = try Invocation(words) else {
            Issue.record("not a text")
            return
        }
        #expect(text.contains(piece))
    }

    @Test(
        "a mistake is named, with what helps",
        arguments: [
            ([], "which command? One of run, check, validate, doctor, demo, init, report, help"),
            (["rn"], "unknown command 'rn'; did you mean 'run'?"),
            (["validat", "x"], "unknown command 'validat'; did you mean 'validate'?"),
            (["help", "dmo"], "unknown command 'dmo'; did you mean 'demo'?"),
            (["help", "run", "demo"], "'canary help' has no use for 'demo'"),
            (["frobnicate"], "unknown command 'frobnicate'"),
            (
                ["flows/login.canary.json5"],
                "'flows/login.canary.json5' is a flow, not a command; "
                    + "did you mean 'canary run flows/login.canary.json5'?"
            ),
            (["--jobs=2", "run"], "the option --jobs comes after a command, as in 'canary run --jobs'"),
            (["-q"], "the option -q comes after a command, as in 'canary run -q'"),
            (["--vresion"], "unknown option '--vresion'; did you mean '--version'?"),
            (["--version", "run"], "'canary --version' has no use for 'run'"),
            (["report"], "'canary report' needs DIR"),
            (["report", "a", "b"], "'canary report' has no use for 'b'"),
            (["demo", "a"], "'canary demo' has no use for 'a'"),
            (["init", "--force"], "unknown option '--force'"),
        ] as [([String], String)]
    )
    func mistakes(_ words: [String], _ message: String) {
        let error = #expect(throws: UsageError.self) { try Invocation(words) }
        #expect(error?.description == message)
    }

    @Test("whoever makes a mistake is led to the help of the command")
    func helpLine() {
        #expect(Invocation.helpLine(for: ["run", "--bogus"]) == "canary run --help")
        #expect(Invocation.helpLine(for: ["bogus"]) == "canary --help")
        #expect(Invocation.helpLine(for: []) == "canary --help")
    }
}
