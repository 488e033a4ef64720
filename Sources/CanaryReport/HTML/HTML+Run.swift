import CanaryModel

extension RunResult {
    /// What came of the run, in a line: `1 failed, 2 passed – canary 20261120T235959Z-k3f9`.
    var headline: String {
        let counts = verdicts.map { "\($0.count) \($0.words)" }.joined(separator: ", ")
        return (counts.isEmpty ? "No flows" : counts) + " – canary " + id
    }

    /// How many flows ended how, the worst first.
    var verdicts: [(outcome: Outcome, count: Int, words: String)] {
        Outcome.worstFirst.compactMap { outcome in
            let count = flows.count { $0.outcome == outcome }
            return count == 0 ? nil : (outcome, count, outcome.verdict)
        }
    }

    /// The flows as they are read: what did not pass first, then what is flaky, each kind in the order of the run.
    var flowsWorstFirst: [FlowResult] {
        let wrong = flows.filter { $0.outcome == .failed } + flows.filter { $0.outcome == .error }
        let passed = flows.filter { $0.outcome == .passed }
        let isRemarkable = { (flow: FlowResult) in flow.flaky || flow.isDegraded }
        return wrong + passed.filter(isRemarkable) + passed.filter { !isRemarkable($0) }
            + flows.filter { $0.outcome == .skipped }
    }
}

extension Outcome {
    /// What did not pass, what passed, what was not reached.
    fileprivate static let worstFirst: [Outcome] = [.failed, .error, .passed, .skipped]

    /// Whether it is worth to be looked at first.
    var isWrong: Bool { self == .failed || self == .error }
}

extension HTML {
    /// Writes the whole run.
    mutating func report(_ run: RunResult) {
        element("header", ["class": "top"]) { html in
            html.headline(run)
            html.filters(run)
        }
        element("main") { html in
            if let failure = run.failure {
                html.element("section", ["class": "flow run-failure"]) { html in
                    html.element("h2", text: "The run could not go on")
                    html.failure(StepFailure(failure: failure, step: nil), heading: nil)
                }
            }
            // More than a few that are open hide each other.
            for (index, flow) in run.flowsWorstFirst.enumerated() {
                html.flow(flow, isOpen: index == 0 || flow.outcome.isWrong && index < 5)
            }
            html.element("p", ["class": "none", "hidden": ""], text: "No flow fits.")
        }
        element("footer") { $0.text("canary \(run.version) · \(run.id)") }
        viewer()
    }

    private mutating func headline(_ run: RunResult) {
        element("div", ["class": "headline"]) { html in
            html.element("h1", ["class": run.outcome.rawValue]) { html in
                html.mark(run.outcome)
                html.text(" " + (run.verdicts.isEmpty ? "No flows" : ""))
                for verdict in run.verdicts {
                    html.element(
                        "span",
                        ["class": "count \(verdict.outcome.rawValue)"],
                        text: "\(verdict.count) \(verdict.words)"
                    )
                }
            }
            html.element("p", ["class": "about"]) { html in
                html.about(run)
            }
            if let command = run.command { html.command(command) }
            html.element(
                "button",
                ["type": "button", "class": "theme", "title": "Light or dark (t)"],
                text: "Theme"
            )
        }
    }

    /// Writes what was called, as one line for a shell.
    private mutating func command(_ words: [String]) {
        let line = words.map(\.shellWord).joined(separator: " ")
        element("p", ["class": "about command"]) { html in
            html.element("code") { html in
                for word in words.prefix(100) {
                    html.element("span", text: word.shellWord.cut(to: 300))
                    html.text(" ")
                }
            }
            html.copyButton([line], "Copy")
        }
    }

    private mutating func about(_ run: RunResult) {
        element("code", text: run.id)
        element("span", text: "canary \(run.version)")
        element("span", text: "in \(run.duration.elapsed)")
        element("time", ["datetime": run.started.description], text: run.started.words)
        for remark in RunResult.remarks(on: run.flows) {
            element("span", ["class": "flaky"], text: remark)
        }
        if let removed = run.removed { element("span", text: removed.sentence) }
        switch run.state {
        case .finished: break
        case .interrupted:
            element("strong", text: "Interrupted: what was not reached says nothing about the site.")
        case .running: element("strong", text: "Not finished: the run goes on, or was killed.")
        }
    }

    /// The dialog that shows a picture large; the script fills it.
    private mutating func viewer() {
        element("dialog", ["id": "viewer", "aria-label": "Screenshot"]) { html in
            html.element("div", ["class": "bar"]) { html in
                html.element("p", ["class": "caption", "aria-live": "polite"], text: "")
                for (name, sign, label) in [
                    ("previous", "←", "Previous picture"), ("next", "→", "Next picture"),
                    ("close", "✕", "Close"),
                ] {
                    html.element(
                        "button",
                        ["type": "button", "class": name, "aria-label": label, "title": label],
                        text: sign
                    )
                }
            }
            html.element("div", ["class": "frame large"]) { _ in }
        }
    }

    /// Writes the sign of an outcome, with its meaning for those who do not see it.
    mutating func mark(_ outcome: Outcome) {
        element(
            "span",
            ["class": "mark \(outcome.rawValue)", "role": "img", "aria-label": outcome.verdict],
            text: outcome.mark
        )
    }
}

extension Timestamp {
    /// `2026-11-20 23:59:59 UTC`.
    var words: String { description.prefix(19).replacing("T", with: " ") + " UTC" }

    /// `2026-11-20`.
    var day: String { String(description.prefix(10)) }

    /// The time of the day, in UTC: `23:59:59.123`.
    var timeOfDay: String { String(description.dropFirst(11).prefix(12)) }
}
