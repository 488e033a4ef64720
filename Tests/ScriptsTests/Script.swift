import Foundation
import TestSupport

/// The scripts of this package.
enum Script {
    /// Runs a script of `scripts/`.
    ///
    /// - Parameters:
    ///   - name: Its name.
    ///   - arguments: Its arguments.
    ///   - environment: Variables set on top of this process's own.
    /// - Returns: The lines of standard output and standard error, and at last "exit" with its exit status.
    /// - Throws: `ChildProcess.Failure` where it cannot be started.
    static func run(
        _ name: String,
        _ arguments: [String] = [],
        environment: [String: String] = [:]
    ) async throws -> [String] {
        let script = URL(filePath: #filePath).appending(path: "../../../scripts/\(name)").standardized.path()
        return try await ChildProcess.run(
            ["env"] + environment.map { "\($0.key)=\($0.value)" }
                + ["bash", "-c", #"bash "$0" "$@"; echo "exit $?""#, script] + arguments
        )
    }
}
