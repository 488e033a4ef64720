public import CanaryModel

/// What a run says on a terminal or into a pipe, as it happens and at its end.
///
/// It only makes text; the caller prints it. A text that is not empty ends with a newline and is to be written at
/// once, so that lines of flows that run side by side do not mix. What pages and servers say is escaped and cut.
public struct TerminalReport: Sendable {
    /// How much is said.
    public enum Verbosity: Sendable, Hashable {
        /// Only what went wrong, and the summary.
        case quiet
        /// A line a step.
        case normal
        /// Also the steps of groups, what held, requests that failed with their replies, and the browser.
        case verbose
    }

    /// The results folder as it shall be shown: `canary-results/20261120T235959Z-k3f9`.
    public var folder: String
    /// The file to look at in a browser, where one is written, as it shall be shown.
    public var page: String?
    /// The flows' titles by name, shown in the headings.
    public var titles: [String: String]
    /// How much is said.
    public var verbosity: Verbosity
    /// Whether ANSI colours are used; `NO_COLOR` and whether it is a terminal are the caller's to judge.
    public var isColored: Bool
    /// Whether flows run side by side: then every line begins with its flow's name.
    public var isParallel: Bool

    /// Makes a report.
    public init(
        folder: String,
        page: String? = nil,
        titles: [String: String] = [:],
        verbosity: Verbosity = .normal,
        isColored: Bool = false,
        isParallel: Bool = false
    ) {
        self.folder = folder
        self.page = page
        self.titles = titles
        self.verbosity = verbosity
        self.isColored = isColored
        self.isParallel = isParallel
    }

    /// What to print when `event` happens; empty where it is nothing to speak of.
    ///
    /// The steps of a group are reported when the group ends, those that were not reached when the attempt ends.
    public func text(for event: RunEvent) -> String {
        switch event {
        case .flowStarted(let flow, let attempt, _):
            joined(heading(flow: flow, attempt: attempt), flow: flow)
        case .runStarted, .stepStarted, .runEnded:
            ""
        case .stepEnded(let flow, _, let group, let isCleanup, let result):
            group == nil ? joined(lines(for: result, isCleanup: isCleanup), flow: flow) : ""
        case .attemptEnded(let flow, let result):
            joined(lines(for: result), flow: flow) + (hasPrefixes ? "" : "\n")
        case .flowEnded(let result):
            joined(lines(for: result), flow: result.name)
        }
    }

    private func heading(flow: String, attempt: Int) -> [String] {
        let number = attempt > 1 ? paint("attempt \(attempt)", .yellow) : ""
        if hasPrefixes { return attempt > 1 && verbosity != .quiet ? [number] : [] }
        let title = titles[flow].map { $0 == flow ? "" : paint($0.printable(upTo: 100), .dim) } ?? ""
        return [[paint(flow.printable, .bold), title, number].filter { !$0.isEmpty }.joined(separator: "  ")]
    }

    private func lines(for flow: FlowResult) -> [String] {
        guard verbosity != .quiet else { return [] }
        if flow.outcome == .skipped, flow.attempts.isEmpty {
            let name = hasPrefixes ? "" : flow.name.printable + " "
            return [paint("– \(name)not reached", .dim)]
        }
        return hasPrefixes
            ? [mark(flow.outcome) + " \(flow.verdict)" + paint(" in \(flow.duration.elapsed)", .dim)] : []
    }
}

extension TerminalReport {
    /// Whether every line begins with its flow's name: where the lines under a heading would not all be its own.
    var hasPrefixes: Bool { isParallel || verbosity == .quiet }

    /// `text` in a look, or as it is where no colours are wanted.
    func paint(_ text: String, _ style: TerminalStyle) -> String {
        isColored ? style.applied(to: text) : text
    }

    /// The sign of an outcome.
    func mark(_ outcome: Outcome) -> String { paint(outcome.mark, outcome.style) }

    /// The lines as one text, each with the flow's name before it where that is wanted.
    func joined(_ lines: [String], flow: String) -> String {
        guard hasPrefixes else { return lines.map { $0 + "\n" }.joined() }
        let width = titles.keys.map(\.count).max() ?? 0
        let padding = String(repeating: " ", count: max(0, width - flow.count))
        let prefix = paint(flow.printable + padding + " │ ", .dim)
        return lines.map { prefix + $0 + "\n" }.joined()
    }
}

extension Outcome {
    /// The outcome of a flow in words.
    var verdict: String {
        switch self {
        case .passed: "passed"
        case .failed: "failed"
        case .error: "could not be judged"
        case .skipped: "not reached"
        }
    }
}

extension RunResult {
    /// What is to be said of flows that passed: `1 flaky`, `2 degraded`.
    static func remarks(on flows: [FlowResult]) -> [String] {
        let counts = [
            (flows.count(where: \.flaky), "flaky"), (flows.count(where: \.isDegraded), "degraded"),
        ]
        return counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    }
}

extension FlowResult {
    /// How it ended, in words: `passed on attempt 2, flaky`.
    var verdict: String {
        (flaky ? "passed on attempt \(attempts.count), flaky" : outcome.verdict)
            + (isDegraded ? ", degraded" : "")
    }
}
