import CanaryModel

extension HTML {
    /// How many tags have a button; the search finds the flows of others.
    private static let mostTags = 20

    /// Writes what chooses flows: the search, buttons for outcomes, and buttons for tags.
    mutating func filters(_ run: RunResult) {
        guard run.flows.count > 1 else { return }
        element("div", ["class": "filters", "role": "search"]) { html in
            html.empty(
                "input",
                [
                    "type": "search", "id": "search", "placeholder": "Search flows, steps, failures",
                    "aria-label": "Search flows, steps and failures",
                ]
            )
            html.outcomes(run)
            html.tags(run)
        }
    }

    private mutating func outcomes(_ run: RunResult) {
        element("div", ["class": "choices", "role": "group", "aria-label": "Show"]) { html in
            html.outcome("all", "All \(run.flows.count)", isPressed: true)
            for verdict in run.verdicts {
                html.outcome(verdict.outcome.rawValue, "\(verdict.words.capitalizedFirst) \(verdict.count)")
            }
            let flaky = run.flows.count(where: \.flaky)
            if flaky > 0 { html.outcome("flaky", "Flaky \(flaky)") }
            let degraded = run.flows.count(where: \.isDegraded)
            if degraded > 0 { html.outcome("degraded", "Degraded \(degraded)") }
        }
    }

    private mutating func outcome(_ value: String, _ words: String, isPressed: Bool = false) {
        element(
            "button",
            ["type": "button", "data-show": value, "aria-pressed": isPressed ? "true" : "false"],
            text: words
        )
    }

    /// A button for each tag, the most frequent first; what all flows have chooses nothing.
    private mutating func tags(_ run: RunResult) {
        let counts = run.flows.flatMap(\.tags).reduce(into: [:]) { $0[$1, default: 0] += 1 }
        let tags = counts.filter { $0.value < run.flows.count }
            .sorted { $0.value == $1.value ? $0.key < $1.key : $0.value > $1.value }
        guard !tags.isEmpty else { return }
        element("div", ["class": "choices", "role": "group", "aria-label": "Tags"]) { html in
            for (tag, count) in tags.prefix(Self.mostTags) {
                html.element(
                    "button",
                    ["type": "button", "class": "tag", "data-tag": tag, "aria-pressed": "false"],
                    text: "\(tag) \(count)"
                )
            }
        }
    }
}

extension String {
    fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}
