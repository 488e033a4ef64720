import CanaryModel

extension HTML {
    /// Writes the steps of an attempt as a list with bars on its time line.
    mutating func timeLine(_ attempt: AttemptResult) {
        guard !attempt.placedSteps.isEmpty else { return }
        element("ol", ["class": "steps", "aria-label": "Steps"]) { html in
            var page: String?
            for step in attempt.placedSteps.flatMap({ [$0] + $0.steps }) {
                // A page is told where it is reached, not by every step on it.
                let reached = step.result.page == page ? nil : step.result.page
                page = step.result.page ?? page
                html.step(step, reaching: reached, of: attempt)
            }
        }
    }

    private mutating func step(_ placed: PlacedStep, reaching page: String?, of attempt: AttemptResult) {
        let step = placed.result
        element("li", ["class": (placed.isInner ? "inner " : "") + step.outcome.rawValue]) { html in
            html.element("div", ["class": "row"]) { html in
                html.mark(step.outcome)
                html.element("span", ["class": "number"], text: placed.number)
                html.element("span", ["class": "name"], text: placed.name.cut(to: 200))
                html.element(
                    "span",
                    ["class": "time"],
                    text: step.outcome == .skipped ? "not reached" : step.duration.elapsed
                )
                html.bar(from: step.started, for: Double(step.duration), of: attempt)
            }
            if let page { html.element("p", ["class": "page"], text: page) }
            if step.attempts > 1 {
                html.notes(["tried \(step.attempts) times"] + step.notes)
            } else if !step.notes.isEmpty {
                html.notes(step.notes)
            }
            html.console(step.console)
            html.requests(step.requests)
        }
    }

    /// Writes a bar on the attempt's time line, from a moment on for so many ms.
    mutating func bar(from started: Timestamp?, for duration: Double, of attempt: AttemptResult) {
        guard let started, attempt.duration > 0 else { return }
        let whole = Double(attempt.duration)
        let start = Double(started.milliseconds - attempt.started.milliseconds) / whole
        let width = min(duration / whole, 1 - min(max(start, 0), 1))
        element("svg", ["class": "timing", "aria-hidden": "true"]) { html in
            html.element("rect", ["x": start.percent, "width": width.percent, "height": "100%"]) { _ in }
        }
    }

    private mutating func console(_ entries: [ConsoleEntry]) {
        guard !entries.isEmpty else { return }
        element("ul", ["class": "log", "aria-label": "Console"]) { html in
            for entry in entries {
                html.element("li", ["class": entry.level.rawValue]) { html in
                    html.element("b", text: entry.isPageError ? "page error" : entry.level.rawValue)
                    html.element("span", text: entry.text.cut(to: 1000))
                    if let place = entry.place { html.element("code", text: place) }
                }
            }
        }
    }

    private mutating func requests(_ requests: [FailedRequest]) {
        guard !requests.isEmpty else { return }
        element("ul", ["class": "log", "aria-label": "Failed requests"]) { html in
            for request in requests {
                html.element("li", ["class": "error"]) { html in
                    html.element("b", text: request.status.map { "HTTP \($0)" } ?? "no reply")
                    html.element("span", text: "\(request.method) \(request.url.cut(to: 500))")
                    let end = [request.error?.cut(to: 200), request.type, request.duration.elapsed]
                    html.element("code", text: end.compactMap(\.self).joined(separator: " · "))
                }
            }
        }
    }
}

extension ConsoleEntry {
    /// `https://example.test/app.js:12:5`.
    fileprivate var place: String? {
        url.map { url in
            [url.cut(to: 300), line.map(String.init), column.map(String.init)].compactMap(\.self).joined(
                separator: ":"
            )
        }
    }
}

extension StepResult {
    /// URL and title after the step.
    fileprivate var page: String? {
        url?.titled(title)
    }
}
