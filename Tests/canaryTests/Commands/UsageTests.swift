import Foundation
import TestSupport
import Testing

@testable import canary

@Suite("Usage") struct UsageTests {
    @Test(
        "wrong usage ends with 2, says what is wrong on standard error and nothing on standard output",
        arguments: [
            ([], "which command?", "canary --help"),
            (["rnu"], "unknown command 'rnu'; did you mean 'run'?", "canary --help"),
            (["run", "--jbos", "2"], "unknown option '--jbos'; did you mean '--jobs'?", "canary run --help"),
            (["run", "--jobs"], "the option --jobs needs a value: --jobs N", "canary run --help"),
            (
                ["run", "--jobs", "0"], "--jobs takes a whole number from 1 to 100, not '0'",
                "canary run --help"
            ),
            (["run", "--retries", "x"], "--retries takes a whole number from 0", "canary run --help"),
            (["run", "--timeout", "30"], "did you mean '30s'?", "canary run --help"),
            (["run", "--var", "x"], "--var takes a name and a value", "canary run --help"),
            (
                ["run", "--reporter", "htm"], "there are terminal, json, ndjson, junit, html, github",
                "canary run --help"
            ),
            (["run", "--driver", "ftp://x"], "begins with http:// or https://", "canary run --help"),
            (["run", "--color", "blue"], "--color takes auto, always or never", "canary run --help"),
            (["run", "-q", "-v"], "exclude each other", "canary run --help"),
            (
                ["demo", "--port", "70000"], "--port takes a whole number from 0 to 65535",
                "canary demo --help"
            ),
            (["demo", "--brokn"], "did you mean '--broken'?", "canary demo --help"),
            (["validate", "--jobs", "2"], "unknown option '--jobs'", "canary validate --help"),
            (["report"], "'canary report' needs DIR", "canary report --help"),
            (["init", "a", "b"], "no use for 'b'", "canary init --help"),
        ] as [([String], String, String)]
    )
    func wrong(_ arguments: [String], _ message: String, _ help: String) async throws {
        try await withTemporaryFolder { folder in
            let ended = try await Canary.call(arguments, in: folder)
            #expect(ended.status == 2)
            #expect(ended.output == "")
            #expect(ended.errors.hasPrefix("canary: "))
            #expect(ended.errors.contains(message))
            #expect(ended.errors.hasSuffix("\nTry '\(help)'.\n"))
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
        }
    }

    @Test("every command has its help on standard output", arguments: Subcommand.all.map(\.name))
    func help(_ name: String) async throws {
        for words in [[name, "--help"], ["help", name]] {
            let ended = try await withTemporaryFolder { try await Canary.call(words, in: $0) }
            #expect(ended.status == 0)
            #expect(ended.errors == "")
            #expect(ended.output.contains("Usage: canary \(name) [OPTION…]"))
        }
    }

    @Test("the version is one line")
    func version() async throws {
        let ended = try await Canary.call("--version")
        #expect(ended.output == "canary \(canary.version)\n")
        #expect(ended.status == 0)
    }
}
