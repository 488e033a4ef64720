import CanaryModel

extension HTML {
    /// Writes a flow with all its attempts, the last one first.
    mutating func flow(_ flow: FlowResult, isOpen: Bool) {
        let attributes: Attributes = [
            "class": "flow \(flow.outcome.rawValue)", "id": "flow-\(flow.name)",
            "data-outcome": flow.outcome.rawValue, "data-flaky": flow.flaky ? "true" : nil,
            "data-degraded": flow.isDegraded ? "true" : nil,
            "data-words": flow.words, "open": isOpen ? "" : nil,
        ]
        element("details", attributes) { html in
            html.element("summary") { $0.summary(flow) }
            html.element("div", ["class": "body"]) { html in
                html.particulars(flow)
                for attempt in flow.attempts.reversed() {
                    html.attempt(attempt, of: flow)
                }
            }
        }
    }

    private mutating func summary(_ flow: FlowResult) {
        mark(flow.outcome)
        element("h2", ["class": "name"], text: flow.name)
        if flow.title != flow.name { element("span", ["class": "title"], text: flow.title) }
        if flow.flaky { element("span", ["class": "flaky"], text: "flaky") }
        if flow.isDegraded { element("span", ["class": "flaky"], text: "degraded") }
        element(
            "span",
            ["class": "time"],
            text: flow.attempts.isEmpty ? "not reached" : flow.duration.elapsed
        )
        reason(flow.attempts.last?.failure)
    }

    /// What is shown of a failure as long as it is folded.
    private mutating func reason(_ failure: Failure?) {
        guard let failure else { return }
        element("span", ["class": "reason"]) { html in
            if let step = failure.step { html.element("b", text: step + ": ") }
            html.text((failure.sentences.first ?? "").cut(to: 300))
        }
    }

    private mutating func particulars(_ flow: FlowResult) {
        element("p", ["class": "about"]) { html in
            if !flow.file.isEmpty { html.element("code", text: flow.file) }
            for tag in flow.tags { html.element("span", ["class": "tag"], text: tag) }
            if let started = flow.started {
                html.element("time", ["datetime": started.description], text: started.words)
            }
            if flow.flaky || flow.isDegraded { html.element("span", text: flow.verdict) }
            html.element("a", ["href": "#flow-\(flow.name)"], text: "Link to this flow")
        }
    }

    /// One attempt; of several each can be folded, and the last is open.
    private mutating func attempt(_ attempt: AttemptResult, of flow: FlowResult) {
        guard flow.attempts.count > 1 else { return content(of: attempt, of: flow) }
        let isLast = attempt.number == flow.attempts.last?.number
        element("details", ["class": "attempt", "open": isLast ? "" : nil]) { html in
            html.element("summary") { html in
                html.mark(attempt.outcome)
                html.element("span", ["class": "name"], text: "Attempt \(attempt.number)")
                html.time(attempt.started)
                html.element("span", ["class": "time"], text: attempt.duration.elapsed)
                html.reason(attempt.failure)
            }
            html.content(of: attempt, of: flow)
        }
    }
}

extension FlowResult {
    /// What the search looks in: names, steps, what went wrong, in small letters.
    fileprivate var words: String {
        let attempts = attempts.flatMap { attempt in
            (attempt.steps + attempt.cleanup).flatMap(\.words) + (attempt.failure?.sentences ?? [])
        }
        return ([name, title, file] + tags + attempts).map { $0.cut(to: 300) }
            .joined(separator: " ").lowercased()
    }
}

extension StepResult {
    fileprivate var words: [String] { [name] + steps.flatMap(\.words) }
}
