import Foundation
import TestSupport

/// The executable that the tests are built with, run as a process.
enum Canary {
    /// What came of a call.
    struct Ended: Sendable {
        let status: Int32
        let output: String
        let errors: String
    }

    /// The executable lies beside the tests.
    private static let path =
        (Bundle.main.executableURL ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent()
        .appending(path: "canary").path

    /// What the tests' own environment must not decide.
    private static let neutral = [
        "NO_COLOR": "", "CLICOLOR_FORCE": "", "TERM": "xterm", "GITHUB_ACTIONS": "",
    ]

    /// Calls canary in a folder and waits for its end.
    static func call(
        _ arguments: [String],
        in folder: String,
        environment: [String: String] = [:]
    ) async throws -> Ended {
        try await withTemporaryFolder { files in
            let script = """
                canary=$1; out=$2; cd "$3" || exit; shift 3
                "$canary" "$@" >"$out/output" 2>"$out/errors"; echo $? >"$out/status"
                """
            _ = try await lines(script, [files, folder] + arguments, environment: environment)
            func text(_ name: String) throws -> String {
                try String(contentsOfFile: "\(files)/\(name)", encoding: .utf8)
            }
            let status = try text("status").trimmingCharacters(in: .whitespacesAndNewlines)
            return Ended(status: Int32(status) ?? -1, output: try text("output"), errors: try text("errors"))
        }
    }

    /// Calls canary in a temporary folder.
    static func call(_ arguments: String...) async throws -> Ended {
        try await withTemporaryFolder { try await call(arguments, in: $0) }
    }

    /// Calls canary in a folder and hands each line to `onLine` as it is written, with the process's id.
    ///
    /// - Returns: The lines of standard output and standard error, then `status N`.
    static func follow(
        _ arguments: [String],
        in folder: String,
        environment: [String: String] = [:],
        _ onLine: (String, pid_t) -> Void
    ) async throws -> [String] {
        let script = """
            canary=$1; cd "$2" || exit; shift 2
            sh -c 'echo $$; exec "$@"' sh "$canary" "$@"; echo "status $?"
            """
        return try await BrowserSlots.withSlot {
            let child = try begin(script, [folder] + arguments, environment: environment)
            var process: pid_t?
            var lines: [String] = []
            for await line in child.lines {
                if let process {
                    lines.append(line)
                    onLine(line, process)
                } else {
                    process = pid_t(line)
                }
            }
            await child.end()
            return lines
        }
    }

    private static func begin(
        _ script: String,
        _ arguments: [String],
        environment: [String: String] = [:]
    ) throws -> ChildProcess {
        try ChildProcess(
            ["sh", "-c", script, "sh", path] + arguments,
            environment: neutral.merging(environment) { $1 }
        )
    }

    /// Does a shell script, in which `$1` is canary, to its end; returns its lines.
    static func lines(
        _ script: String,
        _ arguments: [String],
        environment: [String: String] = [:]
    ) async throws -> [String] {
        try await BrowserSlots.withSlot {
            let child = try begin(script, arguments, environment: environment)
            var lines: [String] = []
            for await line in child.lines { lines.append(line) }
            await child.end()
            return lines
        }
    }
}

/// Writes a text file.
func write(_ text: String, to path: String) throws {
    try Data(text.utf8).write(to: URL(filePath: path))
}
