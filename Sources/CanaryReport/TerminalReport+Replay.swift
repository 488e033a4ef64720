public import CanaryModel

extension TerminalReport {
    /// A report for a run that has ended, without colours.
    public init(folder: String, _ result: RunResult) {
        let titles = result.flows.map { ($0.name, $0.title) }
        self.init(folder: folder, titles: Dictionary(titles) { first, _ in first })
    }

    /// All that is reported of a run, from its first event to the summary.
    ///
    /// Its flows are reported one after the other, also where they ran side by side.
    public func text(for result: RunResult) -> String {
        result.flows.flatMap(\.events).map(text).joined() + summary(of: result)
    }
}

extension FlowResult {
    /// What happened to the flow, except that steps began.
    fileprivate var events: [RunEvent] { attempts.flatMap(events) + [.flowEnded(self)] }

    private func events(of attempt: AttemptResult) -> [RunEvent] {
        let ends = [(attempt.steps, false), (attempt.cleanup, true)].flatMap { steps, isCleanup in
            steps.map { step in
                RunEvent.stepEnded(
                    flow: name,
                    attempt: attempt.number,
                    group: nil,
                    isCleanup: isCleanup,
                    result: step
                )
            }
        }
        return [.flowStarted(flow: name, attempt: attempt.number, at: attempt.started)] + ends
            + [.attemptEnded(flow: name, result: attempt)]
    }
}
