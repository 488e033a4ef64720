import CanaryModel
import FlowFile
import Foundation
import Synchronization
import TestSupport
import Testing

@testable import CanaryRunner

/// A run of flows whose steps were done by a script, and what was done.
struct ScriptedOutcome {
    let result: RunResult
    let events: [RunEvent]
    /// The files of the run's folder by their path in it.
    let files: [String: Data]
    /// The steps that were done, with `open` and `close`, in their order.
    let done: [String]

    /// The result of the only flow's last attempt.
    func attempt() throws -> AttemptResult { try #require(result.flows.first?.attempts.last) }

    /// The result of a step of it by its number.
    func step(_ number: Int) throws -> StepResult { try attempt().steps[number - 1] }
}

/// Runs flows without a browser.
///
/// - Parameters:
///   - flows: Their texts by the names of their files.
///   - scripts: What their steps do, by the steps' names, for each attempt; those that are not named pass at once.
///   - cleanup: How cleanup begins.
///   - failures: Why the first attempts cannot begin.
///   - configure: Changes how they are run.
///   - onEvent: Is told each event as it happens, and where the run's results are.
/// - Returns: What came of it.
/// - Throws: What kept the run from beginning.
func run(
    _ flows: [String: String],
    scripted scripts: [[String: [ScriptedDeed]]],
    cleanup: CleanupStart = .ready(notes: []),
    failures: [OpeningError] = [],
    configure: (inout RunConfiguration) -> Void = { _ in },
    onEvent: @escaping @Sendable (RunEvent, _ results: String) -> Void = { _, _ in }
) async throws -> ScriptedOutcome {
    try await withTemporaryFolder { folder in
        for (name, text) in flows { try Data(text.utf8).write(to: URL(filePath: "\(folder)/\(name)")) }
        let set = FlowReader(baseURL: "http://site").read(
            paths: flows.keys.sorted().map { "\(folder)/\($0)" }
        )
        try #require(set.diagnostics.isEmpty && set.missing.isEmpty, "\(set)")
        var configuration = RunConfiguration()
        configuration.output = "\(folder)/results"
        configure(&configuration)
        let done = Recorder<String>()
        let events = Recorder<RunEvent>()
        let runner = Runner(configuration) { _, _ in
            ScriptedSource(scripts, noting: done, cleanup: cleanup, failures: failures)
        }
        let results = "\(configuration.output)/latest"
        let finished = try await runner.run(set.flows) { event in
            events.append(event)
            onEvent(event, results)
        }
        return ScriptedOutcome(
            result: finished.result,
            events: events.values,
            files: try contents(of: finished.folder.path),
            done: done.values
        )
    }
}
