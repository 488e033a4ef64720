import CanaryModel

extension HTML {
    /// Writes the steps of an attempt as a list with bars on its time line.
    mutating func timeLine(_ attempt: AttemptResult, of flow: FlowResult) {
        guard !attempt.placedSteps.isEmpty else { return }
        element("ol", ["class": "steps", "aria-label": "Steps"]) { html in
            var page: String?
            for step in attempt.placedSteps.flatMap({ [$0] + $0.steps }) {
                // A page is named where it is reached, not by every step on it.
                let reached = step.result.page == page ? nil : step.result.page
                page = step.result.page ?? page
                html.step(step, reaching: reached, of: attempt, of: flow)
            }
        }
    }

    private mutating func step(
        _ placed: PlacedStep,
        reaching page: String?,
        of attempt: AttemptResult,
        of flow: FlowResult
    ) {
        let step = placed.result
        element("li", ["class": (placed.isInner ? "inner " : "") + step.outcome.rawValue]) { html in
            html.row(placed, of: attempt, of: flow)
            if let page { html.element("p", ["class": "page"], text: page) }
            if step.attempts > 1 {
                html.notes(["tried \(step.attempts) times"] + step.notes)
            } else if !step.notes.isEmpty {
                html.notes(step.notes)
            }
            html.logged(step)
            html.exchanges(of: step)
            html.log(step.console)
            html.requests(step.requests, of: attempt, of: flow)
        }
    }

    private mutating func row(_ placed: PlacedStep, of attempt: AttemptResult, of flow: FlowResult) {
        let step = placed.result
        element("div", ["class": "row"]) { html in
            html.mark(step.outcome)
            html.element("span", ["class": "number"], text: placed.number)
            html.element("span", ["class": "name"]) { html in
                html.text(placed.name.cut(to: 200) + " ")
                html.place(step.position, in: flow.file)
            }
            if let started = step.started { html.time(started) }
            html.element(
                "span",
                ["class": "time"],
                text: step.outcome == .skipped ? "not reached" : step.duration.elapsed
            )
            html.bar(from: step.started, for: Double(step.duration), of: attempt)
        }
    }

    /// The line of a step: `:12`, with the file's name where it is not that of the flow.
    private mutating func place(_ position: SourcePosition, in file: String) {
        let other =
            position.file == file ? "" : position.file.split(separator: "/").last.map(String.init) ?? ""
        element(
            "code",
            ["class": "place", "title": position.description],
            text: "\(other.cut(to: 100)):\(position.line)"
        )
    }

    /// Writes a bar on the attempt's time line, from a moment on for so many ms.
    mutating func bar(from started: Timestamp?, for duration: Double, of attempt: AttemptResult) {
        guard let started, attempt.duration > 0 else { return }
        let whole = Double(attempt.duration)
        let start = Double(started.milliseconds.subtracting(clamped: attempt.started.milliseconds)) / whole
        let width = min(duration / whole, 1 - min(max(start, 0), 1))
        element("svg", ["class": "timing", "aria-hidden": "true"]) { html in
            html.element("rect", ["x": start.percent, "width": width.percent, "height": "100%"]) { _ in }
        }
    }
}

extension StepResult {
    /// URL and title after the step.
    fileprivate var page: String? {
        url?.titled(title)
    }
}
