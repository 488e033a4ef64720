import CanaryModel

extension HTML {
    /// How many of the first and of the last entries of a console the report lists: the file has them all.
    private static let mostEntries = 150

    /// Writes, folded, all that the console said in an attempt.
    mutating func console(_ attempt: AttemptResult) {
        guard let entries = attempt.evidence.console.flatMap({ consoles[$0] }), !entries.isEmpty else {
            return
        }
        element("details", ["class": "console"]) { html in
            html.element("summary", ["class": "counts"]) { $0.counts(entries) }
            let others = entries.count - 2 * Self.mostEntries
            guard others > 0 else { return html.log(entries, isTimed: true) }
            html.log(Array(entries.prefix(Self.mostEntries)), isTimed: true)
            html.element(
                "p",
                ["class": "rest"],
                text: "then \(others) others, which the file has, and the last:"
            )
            html.log(Array(entries.suffix(Self.mostEntries)), isTimed: true)
        }
    }

    private mutating func counts(_ entries: [ConsoleEntry]) {
        text("Console: ")
        for level in ConsoleEntry.Level.allCases.reversed() {
            let count = entries.count { $0.level == level }
            guard count > 0 else { continue }
            element(
                "span",
                ["class": level == .error ? "status bad" : "status"],
                text: "\(count) × \(level.rawValue)"
            )
        }
    }

    /// Writes what the console said; `isTimed`: when, and in which step.
    mutating func log(_ entries: [ConsoleEntry], isTimed: Bool = false) {
        guard !entries.isEmpty else { return }
        element("ul", ["class": "log", "aria-label": "Console"]) { html in
            for entry in entries {
                html.element("li", ["class": entry.level.rawValue]) { html in
                    if isTimed { html.time(entry.time) }
                    html.element("b", text: entry.isPageError ? "page error" : entry.level.rawValue)
                    html.element("span", text: entry.text.cut(to: 1000))
                    if let place = entry.place { html.element("code", text: place) }
                    if isTimed, let step = entry.step { html.element("code", text: "step \(step)") }
                }
            }
        }
    }

    /// Writes what a step wrote, and, folded, what held and what it saved.
    mutating func logged(_ step: StepResult) {
        if let log = step.log {
            element("ul", ["class": "log", "aria-label": "Log"]) { html in
                for line in log {
                    html.element("li", ["class": line.level.rawValue]) { html in
                        html.element("b", text: line.level.rawValue)
                        html.element("span", text: line.text.cut(to: 1000))
                    }
                }
            }
        }
        let lines = (step.held ?? []).map { "✓ " + $0 } + step.savedLines
        if lines.isEmpty { return }
        element("details", ["class": "exchange request"]) { html in
            let parts = [
                ("condition held", "conditions held", step.held?.count ?? 0),
                ("value saved", "values saved", step.saved?.count ?? 0),
            ]
            let told = parts.filter { $0.2 > 0 }.map { "\($0.2) \($0.2 == 1 ? $0.0 : $0.1)" }
            html.element("summary", text: told.joined(separator: ", "))
            html.notes(lines)
        }
    }

    /// Writes the requests that failed in a step, with links to what the HAR has of them.
    mutating func requests(
        _ requests: [FailedRequest],
        of attempt: AttemptResult,
        of flow: FlowResult
    ) {
        guard !requests.isEmpty else { return }
        element("ul", ["class": "log", "aria-label": "Failed requests"]) { html in
            for request in requests {
                html.element("li", ["class": "error"]) { html in
                    html.element("b", text: request.status.map { "HTTP \($0)" } ?? "no reply")
                    html.element("span", text: "\(request.method) \(request.url.cut(to: 500))")
                    let end = [request.error?.cut(to: 200), request.type, request.duration.elapsed]
                    html.element("code", text: end.compactMap(\.self).joined(separator: " · "))
                    if let index = html.listed(attempt).firstIndex(where: request.isSame) {
                        let reference = "#" + Self.identifier(ofRequest: index, of: attempt, of: flow)
                        html.element("a", ["href": reference], text: "Headers")
                    }
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

extension FailedRequest {
    /// Whether a request of the HAR is this one.
    fileprivate func isSame(as other: HTTPArchive.Entry) -> Bool {
        other.isBad && other.startedDateTime == time && other.request.method == method
            && other.request.url == url
    }
}
