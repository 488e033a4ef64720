public import CanaryModel

/// What a run says on a terminal or into a pipe, as it happens and at its end.
///
/// It only makes text; the caller prints it. A text that is not empty ends with a newline and is to be
/// written at once, so that lines of flows that run side by side do not mix.
public struct TerminalReport: Sendable {
    /// How much is said.
    public enum Verbosity: Sendable, Hashable {
        /// Only what went wrong, and the summary.
        case quiet
        /// A line a step.
        case normal
        /// Also the steps of groups, and the browser.
        case verbose
    }

    /// The results folder as it shall be shown: `canary-results/20261120T235959Z-k3f9`.
    public var folder: String
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
        titles: [String: String] = [:],
        verbosity: Verbosity = .normal,
        isColored: Bool = false,
        isParallel: Bool = false
    ) {
        self.folder = folder
        self.titles = titles
        self.verbosity = verbosity
        self.isColored = isColored
        self.isParallel = isParallel
    }

    /// What to print when `event` happens; empty where it is nothing to speak of.
    public func text(for event: RunEvent) -> String { "" }

    /// The last words: what came of the flows, how long it took, and where the results are.
    public func summary(of run: RunResult) -> String { "" }

    /// The line that shows what is running now, for a terminal; `nil` for an event that begins nothing.
    ///
    /// It has no newline and fits into `width` columns: print it after ``eraseLine``, again whenever the elapsed
    /// time shall move on, and print ``eraseLine`` before any other text.
    public func liveLine(for event: RunEvent, elapsed: Duration, width: Int) -> String? { nil }

    /// What clears the line of a terminal and goes to its beginning.
    public static let eraseLine = "\r\u{1B}[2K"
}
