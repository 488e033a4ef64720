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
        var isLineShown = false
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
            self.aboveLiveLine { state in
                state.note(event)
                if let report = self.report { StandardStream.output.write(report.text(for: event)) }
            }
        }
    }

    /// Tells something on standard error; returns at once.
    func note(_ text: String) {
        queue.async { @Sendable in
            self.aboveLiveLine { _ in StandardStream.error.write("canary: \(text)\n") }
        }
    }

    /// Tells the last words, and returns when all is told.
    func end(_ result: RunResult?) async {
        await withCheckedContinuation { told in
            queue.async { @Sendable in
                self.aboveLiveLine { state in
                    state.hasEnded = true
                    if let result, let report = self.report {
                        StandardStream.output.write(report.summary(of: result))
                    }
                }
                told.resume()
            }
        }
    }

    private func aboveLiveLine(_ tell: (inout State) -> Void) {
        state.withLock { state in
            if state.isLineShown { StandardStream.output.write(TerminalReport.eraseLine) }
            tell(&state)
            state.isLineShown = paintLiveLine(state)
        }
    }

    /// Paints what has been running for the shortest time; false where nothing is painted.
    private func paintLiveLine(_ state: State) -> Bool {
        guard isLive, !state.hasEnded, let last = state.running.last,
            let line = report?.liveLine(
                for: last.event,
                elapsed: .now - last.since,
                width: StandardStream.output.width
            )
        else { return false }
        StandardStream.output.write(line)
        return true
    }

    private func repaintLater() {
        queue.asyncAfter(deadline: .now() + .milliseconds(100)) { @Sendable in
            guard !self.state.withLock(\.hasEnded) else { return }
            self.aboveLiveLine { _ in }
            self.repaintLater()
        }
    }
}

extension Progress.State {
    /// Notes what is running after `event`.
    mutating func note(_ event: RunEvent) {
        switch event {
        case .flowStarted(let flow, _, _), .stepStarted(let flow, _, _, _, _, _):
            running.removeAll { $0.flow == flow }
            running.append(Progress.Running(flow: flow, event: event, since: .now))
        case .runStarted, .stepEnded, .runEnded:
            break
        case .attemptEnded(let flow, _):
            running.removeAll { $0.flow == flow }
        case .flowEnded(let result):
            running.removeAll { $0.flow == result.name }
        }
    }
}
