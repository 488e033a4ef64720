public import CanaryModel

/// A run as GitHub Actions shows it: annotations on the lines of flow files, and a summary of the job.
public struct GitHubReport: Sendable {
    /// The run.
    let run: RunResult
    /// The run's folder as it shall be shown.
    let folder: String
    /// What is put before the paths of flow files, so that they begin at the root of the repository: `site/`.
    let filePrefix: String

    /// Makes a report.
    public init(_ run: RunResult, folder: String, filePrefix: String = "") {
        self.run = run
        self.folder = folder
        self.filePrefix = filePrefix
    }

    /// How many annotations of a kind GitHub shows of one step of a job; further ones it drops without a word.
    public static let maximumAnnotations = 10

    /// The annotations, as workflow commands: one for each failure and each flaky or degraded flow, at most
    /// ``maximumAnnotations`` of a kind, those that say a flow's first failure before all others.
    ///
    /// Where there are more, a plain line says how many; all are in ``summary``.
    public var annotations: String {
        let errors = problems.map(error)
        let warnings = run.flows.filter(\.flaky).map(warning) + run.flows.filter(\.isDegraded).map(degraded)
        let left = [errors, warnings].map { max(0, $0.count - Self.maximumAnnotations) }.reduce(0, +)
        let commands = [errors, warnings].flatMap { $0.prefix(Self.maximumAnnotations) }
        return commands.map(\.line).joined()
            + (left == 0 ? "" : "\(left) more in the summary of the job\n")
    }

    /// Commands that tell the runner to mask values in all that the job logs.
    ///
    /// The runner does not show these lines, but whoever else reads them sees the values.
    public static func masks(for secrets: some Sequence<String>) -> String {
        // Each line by itself too: a log has lines.
        let values = Set(secrets.flatMap { [$0] + $0.split(whereSeparator: \.isNewline).map(String.init) })
        return values.filter { $0.count >= 4 }.sorted().map {
            WorkflowCommand(name: "add-mask", message: $0).line
        }
        .joined()
    }

    /// Commands between which the runner takes every line as text, whatever a page put into it.
    ///
    /// `token` must be one that no page can guess.
    public static func fence(_ token: String) -> (begin: String, end: String) {
        ("::stop-commands::\(token)\n", "::\(token)::\n")
    }
}

extension GitHubReport {
    /// A failure and the flow that it ended; no flow where it kept the run itself from going on.
    struct Problem {
        let flow: FlowResult?
        let failure: StepFailure
    }

    /// All failures of last attempts, each flow's first before all others.
    var problems: [Problem] {
        let run = self.run.failure.map { Problem(flow: nil, failure: StepFailure(failure: $0, step: nil)) }
        let flows = self.run.flows.filter { $0.outcome == .failed || $0.outcome == .error }.map { flow in
            flow.lastFailures.map { Problem(flow: flow, failure: $0) }
        }
        return [run].compactMap(\.self) + flows.compactMap(\.first) + flows.flatMap { $0.dropFirst() }
    }

    private func error(_ problem: Problem) -> WorkflowCommand {
        let failure = problem.failure.failure
        let position = failure.position
        let facts = failure.findings.flatMap { [$0.sentence] + $0.facts.flatMap(\.lines) }
        let lines = facts + problem.failure.facts(folder: folder).flatMap(\.lines)
        return WorkflowCommand(
            name: "error",
            properties: [
                "file": (position?.file ?? problem.flow?.file).flatMap(file),
                "line": position.map { "\($0.line)" },
                "col": position.map { "\($0.column)" },
                "title": title(problem),
            ],
            message: lines.map { $0.printable(upTo: 1000) }.joined(separator: "\n")
        )
    }

    private func warning(_ flow: FlowResult) -> WorkflowCommand {
        let failure = flow.attempts.dropLast().last?.failure
        return WorkflowCommand(
            name: "warning",
            properties: [
                "file": file(failure?.position?.file ?? flow.file),
                "line": failure?.position.map { "\($0.line)" },
                "col": failure?.position.map { "\($0.column)" },
                "title": "\(flow.name) is flaky".printable(upTo: 200),
            ],
            message: (["It passed on attempt \(flow.attempts.count)."] + (failure?.sentences ?? []))
                .map { $0.printable(upTo: 1000) }.joined(separator: "\n")
        )
    }

    private func degraded(_ flow: FlowResult) -> WorkflowCommand {
        let steps = flow.attempts.last.map { $0.steps + $0.cleanup } ?? []
        let position = steps.first { !$0.warningSentences.isEmpty || $0.failure != nil }?.position
        return WorkflowCommand(
            name: "warning",
            properties: [
                "file": file(position?.file ?? flow.file), "line": position.map { "\($0.line)" },
                "col": position.map { "\($0.column)" },
                "title": "\(flow.name) is degraded".printable(upTo: 200),
            ],
            message: flow.warningSentences.map { $0.printable(upTo: 1000) }.joined(separator: "\n")
        )
    }

    /// `login › Dashboard`.
    func title(_ problem: Problem) -> String {
        let step = problem.failure.failure.step.map { " › " + $0 } ?? ""
        let verdict = problem.failure.failure.code.outcome == .error ? " could not be judged" : ""
        return ((problem.flow?.name ?? "canary") + step + verdict).printable(upTo: 200)
    }

    /// A file as GitHub finds it in the repository; `nil` where the flow came from none.
    private func file(_ path: String) -> String? {
        if path.isEmpty { return nil }
        return (path.hasPrefix("/") ? path : filePrefix + path).printable
    }
}

extension FlowResult {
    /// Why the last attempt did not pass: a failure outside of all steps first.
    var lastFailures: [StepFailure] {
        guard let attempt = attempts.last else { return [] }
        let outside = attempt.failureOutsideSteps.map { StepFailure(failure: $0, step: nil) }
        return [outside].compactMap(\.self) + (attempt.steps + attempt.cleanup).flatMap(\.failures)
    }
}

extension Fact {
    /// `page: https://…`, a line each.
    var lines: [String] { values.map { "\(label): \($0)" } }
}
