public import CanaryModel

extension TerminalReport {
    /// What puts `text`, whole lines, in the place of so many live lines, the cursor still below them.
    ///
    /// Nothing is cleared before it is written over, so that nothing flickers. Whatever else stands below the first of
    /// the lines, such as a `^C`, goes too.
    public static func replacing(_ lines: Int, with text: String = "") -> String {
        lines == 0 ? text : "\r\u{1B}[\(lines)A" + text.replacing("\n", with: "\u{1B}[K\n") + "\u{1B}[J"
    }

    /// Something that runs now.
    public struct Running: Sendable {
        /// What began it.
        let event: RunEvent
        /// How long ago.
        let elapsed: Duration

        /// Makes something that runs.
        public init(_ event: RunEvent, elapsed: Duration) {
            self.event = event
            self.elapsed = elapsed
        }
    }

    /// The lines that show what is running now, for a terminal: one for each that began a flow or a step.
    ///
    /// Each looks like the line that will take its place, has no newline and fits into `columns`; there are fewer of
    /// them than `rows`, so that they can be cleared: what has no room is counted in the last. Print each with a newline,
    /// and ``replacing(_:with:)`` with any other text.
    public func liveLines(for running: [Running], columns: Int, rows: Int) -> [String] {
        let lines = running.compactMap { liveLine($0, columns: columns) }
        let room = max(1, rows - 1)
        guard lines.count > room else { return lines }
        let left = paint(
            "    \(column("·"))  \(lines.count - room + 1) more".fitting(columns: columns - 1),
            .dim
        )
        return lines.prefix(room - 1) + [left]
    }

    private func liveLine(_ running: Running, columns: Int) -> String? {
        let name: String
        let flow: String
        switch running.event {
        case .flowStarted(let started, _, _):
            (flow, name) = (started, "starting the browser")
        case .stepStarted(let started, _, let group, _, let step, _):
            (flow, name) = (started, (group.map { $0 + " › " } ?? "") + step)
        case .runStarted, .stepEnded, .attemptEnded, .flowEnded, .runEnded:
            return nil
        }
        let tenths = running.elapsed.milliseconds / 100
        let time = tenths < 1000 ? "\(tenths / 10).\(tenths % 10) s" : running.elapsed.milliseconds.elapsed
        let line = "  · \(column(time))  " + (hasPrefixes ? flow + " › " : "") + name
        return paint(line.printable(upTo: max(columns, 20)).fitting(columns: columns - 1), .dim)
    }
}
