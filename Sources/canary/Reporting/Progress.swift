import CanaryModel
import CanaryReport
import Dispatch
import Synchronization

/// Tells a run on standard output as it happens, and below it on a terminal what is running now.
///
/// All is written on a queue of its own: a slow reader must not hold up the run.
final class Progress: Sendable {
    fileprivate struct Running {
        let flow: String
        let event: RunEvent
        let since: ContinuousClock.Instant
    }

    fileprivate struct State {
        var running: [Running] = []
        /// How many live lines stand above the cursor, which is at the beginning of the line below them: whatever ends
        /// the process leaves the terminal as it should be.
        var linesShown = 0
        var hasEnded = false
    }

    private let report: TerminalReport?
    private let isLive: Bool
    private let queue = DispatchQueue(label: "canary.progress")
    private let state = Mutex(State())

    /// Makes a teller.
    ///
    /// - Parameters:
    ///   - report: What makes the texts; `nil` where standard output is for something else.
    ///   - isLive: Whether standard output is a terminal that takes live lines.
    init(_ report: TerminalReport?, isLive: Bool) {
        self.report = report
        self.isLive = isLive && report != nil
        if self.isLive { repaintLater() }
    }

    /// Tells an event; returns at once.
    func show(_ event: RunEvent) {
        queue.async { @Sendable in
            self.aboveLiveLines { state in
                state.note(event)
                return self.report?.text(for: event) ?? ""
            }
        }
    }

    /// Tells something on standard error; returns at once.
    func note(_ text: String) {
        queue.async { @Sendable in
            // It goes elsewhere, though as a rule to the same terminal: the live lines must be gone by then.
            self.state.withLock { state in
                StandardStream.output.write(TerminalReport.replacing(state.linesShown))
                state.linesShown = 0
            }
            StandardStream.error.write("canary: \(text)\n")
            self.aboveLiveLines { _ in "" }
        }
    }

    /// Writes the last words, and returns when all is written.
    func end(_ result: RunResult?) async {
        await withCheckedContinuation { told in
            queue.async { @Sendable in
                self.aboveLiveLines { state in
                    state.hasEnded = true
                    return result.flatMap { self.report?.summary(of: $0) } ?? ""
                }
                told.resume()
            }
        }
    }

    /// Writes what `tell` gives above the live lines, and these again, all at once so that nothing flickers.
    private func aboveLiveLines(_ tell: (inout State) -> String) {
        state.withLock { state in
            let text = tell(&state)
            let lines = liveLines(state)
            let all = TerminalReport.replacing(
                state.linesShown,
                with: text + lines.map { $0 + "\n" }.joined()
            )
            state.linesShown = lines.count
            if !all.isEmpty { StandardStream.output.write(all) }
        }
    }

    private func liveLines(_ state: State) -> [String] {
        guard isLive, !state.hasEnded, let report else { return [] }
        let size = StandardStream.output.size
        let running = state.running.map { TerminalReport.Running($0.event, elapsed: .now - $0.since) }
        return report.liveLines(for: running, columns: size.columns, rows: size.rows)
    }

    private func repaintLater() {
        queue.asyncAfter(deadline: .now() + .milliseconds(100)) { @Sendable in
            guard !self.state.withLock(\.hasEnded) else { return }
            self.aboveLiveLines { _ in "" }
            self.repaintLater()
        }
    }
}

extension Progress.State {
    /// Notes what is running after `event`.
    mutating func note(_ event: RunEvent) {
        switch event {
        case .flowStarted(let flow, _, _), .stepStarted(let flow, _, _, _, _, _):
            let now = Progress.Running(flow: flow, event: event, since: .now)
            if let place = running.firstIndex(where: { $0.flow == flow }) {
                running[place] = now
            } else {
                running.append(now)
            }
        case .runStarted, .stepEnded, .runEnded:
            break
        case .attemptEnded(let flow, _):
            running.removeAll { $0.flow == flow }
        case .flowEnded(let result):
            running.removeAll { $0.flow == result.name }
        }
    }
}
