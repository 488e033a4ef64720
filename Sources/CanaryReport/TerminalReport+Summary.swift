public import CanaryModel

extension TerminalReport {
    /// The last words: what came of the flows, how long it took, and where the results are.
    ///
    /// Flows that did not simply pass are named once more, since what was said of them may have scrolled away.
    public func summary(of run: RunResult) -> String {
        var lines: [String] = []
        if let failure = run.failure {
            lines +=
                [mark(.error) + " The run could not go on"]
                + self.lines(for: StepFailure(failure: failure, step: nil))
        }
        if run.flows.count > 1 { lines += run.flows.compactMap(recall) }
        lines.append(counts(of: run) + paint(" in \(run.duration.elapsed)", .dim))
        lines += remarks(on: run)
        if let removed = run.removed { lines.append(paint(removed.sentence, .dim)) }
        if let page { lines.append("Report:  " + page.printable) }
        lines.append("Results: " + folder.printable)
        // An attempt under a heading has ended with an empty line already.
        let isApart = !hasPrefixes && run.flows.last?.attempts.isEmpty == false
        return (isApart ? "" : "\n") + lines.map { $0 + "\n" }.joined()
    }

    /// `✗ login › Dashboard: Expected …`.
    private func recall(_ flow: FlowResult) -> String? {
        guard flow.outcome == .failed || flow.outcome == .error || flow.flaky || flow.isDegraded else {
            return nil
        }
        let name = mark(flow.outcome) + " " + paint(flow.name.printable, .bold)
        guard flow.outcome != .passed else {
            let why = flow.warningSentences.first.map { ": \($0.printable(upTo: 300))" } ?? ""
            return name + ": \(flow.verdict)" + why
        }
        guard let failure = flow.attempts.last?.failure else { return name }
        let step = failure.step.map { " › " + $0.printable(upTo: 100) } ?? ""
        return name + step + ": " + (failure.sentences.first ?? "").printable(upTo: 300)
    }

    /// `3 flows: 1 passed, 1 failed, 1 could not be judged`.
    private func counts(of run: RunResult) -> String {
        let parts = [Outcome.passed, .failed, .error, .skipped].compactMap { outcome -> String? in
            let flows = run.flows.filter { $0.outcome == outcome }
            guard !flows.isEmpty else { return nil }
            let remarks = RunResult.remarks(on: flows)
            let words = remarks.isEmpty ? outcome.verdict : "passed (\(remarks.joined(separator: ", ")))"
            return paint("\(flows.count) \(words)", outcome.style)
        }
        let count = paint(run.flows.count == 1 ? "1 flow" : "\(run.flows.count) flows", .bold)
        return parts.isEmpty ? count : count + ": " + parts.joined(separator: ", ")
    }

    private func remarks(on run: RunResult) -> [String] {
        if run.state == .interrupted {
            return ["Interrupted: what was not reached says nothing about the site."]
        }
        if run.state == .running {
            return ["Not finished: the run goes on, or was killed. What it did is in events.ndjson."]
        }
        guard run.failure != nil || run.flows.contains(where: { $0.outcome == .error }) else { return [] }
        return [
            "What could not be judged says nothing about the site: "
                + "its cause is the browser, the driver, this machine or the flow."
        ]
    }
}
