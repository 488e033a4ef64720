import CanaryModel
import Foundation
import Synchronization
import TestSupport

@testable import CanaryRunner

/// What a scripted executor does for a step.
enum ScriptedDeed: Sendable {
    /// It takes so long, or all the time of the step, which then fails.
    case takes(Duration)
    case fails(FailureCode)
    /// It fails by what came to pass during it.
    case isJudged(FailureCode)
    case saves([String: JSONValue])
    /// It notes the text that it would type.
    case notesText
}

/// Does steps as a script says, by their names, each at once; a step without a line passes.
actor ScriptedExecutor: StepExecutor {
    private let script: [String: [ScriptedDeed]]
    private let done: Recorder<String>
    /// What the script says of cleanup.
    private let cleanup: CleanupStart
    private let evidence: Evidence

    init(
        _ script: [String: [ScriptedDeed]],
        noting done: Recorder<String>,
        cleanup: CleanupStart,
        keepingIn evidence: Evidence
    ) {
        (self.script, self.done, self.cleanup, self.evidence) = (script, done, cleanup, evidence)
    }

    let timeBesides = Duration.zero
    let starvation: RunError? = nil

    func prepare(for step: Step, isCleanup: Bool) async throws -> String? { nil }

    func prepareCleanup(isInterrupted: Bool) async -> CleanupStart { cleanup }

    func act(_ task: StepTask, _ progress: StepProgress) async -> (StepProgress, saved: [String: JSONValue]) {
        var (progress, saved) = (progress, task.saved)
        done.append(task.step.name)
        do {
            for deed in script[task.step.name] ?? [] { try await self.do(deed, task, &saved) }
            let conditions = try task.step.expectations(with: saved)
            for condition in conditions {
                if case .title(.equals("never")) = condition.kind { throw RunError(.expectation, "no") }
            }
        } catch {
            progress.fail(error, task.step)
        }
        return (progress, saved)
    }

    private func `do`(_ deed: ScriptedDeed, _ task: StepTask, _ saved: inout [String: JSONValue]) async throws
    {
        switch deed {
        case .takes(let time):
            try await Task.sleep(until: min(.now + time, task.deadline), clock: .continuous)
            if .now >= task.deadline { throw RunError(.timeout, "\(task.step.name) took too long") }
        case .fails(let code): throw RunError(code, "\(task.step.name) failed")
        case .isJudged: break
        case .notesText: if case .fill(_, let text)? = task.action { done.append(text) }
        case .saves(let values): saved.merge(values) { $1 }
        }
    }

    func judge(_ step: Step, _ scope: StepScope, _ progress: StepProgress) async -> StepProgress {
        var progress = progress
        for case .isJudged(let code) in script[step.name] ?? [] {
            progress.fail(RunError(code, "something came to pass"), step)
        }
        return progress
    }

    func capture(
        _ step: Step,
        _ scope: StepScope,
        _ progress: StepProgress,
        saved: [String: JSONValue]
    ) async -> StepProgress {
        var progress = progress
        if scope.group == nil || progress.result.failure != nil {
            do {
                progress.result.screenshot = try evidence.keep(Self.picture, of: step, scope, progress)
            } catch {
                progress.result.notes.append("no screenshot: \(error)")
            }
        }
        return progress
    }

    /// What stands for a picture.
    private static let picture = Data(count: 1000)

    /// Keeps a console of one line, traffic of nothing, and a page where a step failed.
    func close(_ result: AttemptResult) async -> AttemptResult {
        done.append("close")
        var result = result
        let entry = ConsoleEntry(level: .info, source: "console-api", text: "said", time: result.started)
        do {
            result.evidence.console = try evidence.keep([entry])
            let program = HTTPArchive.Program(name: "canary", version: "1")
            let archive = HTTPArchive(creator: program, browser: nil, pages: [], entries: [])
            result.evidence.network = try evidence.keep(archive)
            if result.failure != nil {
                let file = "\(evidence.path)/failure.html"
                result.evidence.dom = try evidence.keep(Data(count: 500), in: file, .failedStep)
            }
        } catch {
            result.notes.append("not all was kept: \(error)")
        }
        return result
    }
}

/// Opens scripted executors: each attempt has a script of its own, the last one for all further.
final class ScriptedSource: ExecutorSource {
    private let scripts: [[String: [ScriptedDeed]]]
    private let done: Recorder<String>
    private let cleanup: CleanupStart
    private let failures: [OpeningError]
    private let opened = Mutex(0)

    init(
        _ scripts: [[String: [ScriptedDeed]]],
        noting done: Recorder<String>,
        cleanup: CleanupStart,
        failures: [OpeningError]
    ) {
        (self.scripts, self.done, self.cleanup, self.failures) = (scripts, done, cleanup, failures)
    }

    func open(_ need: StepNeed, keepingIn evidence: Evidence) async throws(OpeningError) -> any StepExecutor {
        let number = opened.withLock { opened in
            defer { opened += 1 }
            return opened
        }
        done.append("open")
        if failures.indices.contains(number) { throw failures[number] }
        let script = scripts[min(number, scripts.count - 1)]
        return ScriptedExecutor(script, noting: done, cleanup: cleanup, keepingIn: evidence)
    }
}
