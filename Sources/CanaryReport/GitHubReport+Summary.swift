import CanaryModel

extension GitHubReport {
    /// The summary as Markdown: how it ended, a table of the flows, and every failure in full.
    ///
    /// What pages and servers say stands in it as text alone. It stays below the 1 MiB that GitHub takes; what is left
    /// out then is counted.
    public var summary: String {
        var text = "## canary: \(verdict)\n\n\(table)\n"
        var problems = self.problems[...]
        while let problem = problems.first {
            let section = section(problem)
            guard text.utf8.count + section.utf8.count < Self.maximumSummary else { break }
            text += section
            problems.removeFirst()
        }
        text += warnings
        if !problems.isEmpty { text += "\(problems.count) more failures are in the report.\n\n" }
        if let removed = run.removed { text += removed.sentence.markdown(upTo: 300) + "\n\n" }
        return text + "Results: `\(folder.printable.replacing("`", with: "'"))`\n\n"
    }

    /// Why flows are degraded, a list item each.
    private var warnings: String {
        let items = run.flows.flatMap { flow in
            flow.warningSentences.map { "- ⚠️ \(flow.name.markdown(upTo: 100)) › \($0.markdown(upTo: 500))\n" }
        }
        return items.isEmpty ? "" : items.prefix(100).joined() + "\n"
    }

    /// GitHub takes 1 MiB of a step; there must be room for what else writes there.
    private static let maximumSummary = 900_000

    /// `1 of 3 flows failed, 1 could not be judged, in 12.3 s`.
    private var verdict: String {
        let counts = [Outcome.failed, .error, .skipped].compactMap { outcome -> String? in
            let count = run.flows.count { $0.outcome == outcome }
            return count == 0 ? nil : "\(count) \(outcome.verdict)"
        }
        let parts = counts + RunResult.remarks(on: run.flows)
        let flows = run.flows.count == 1 ? "1 flow" : "\(run.flows.count) flows"
        let all = parts.isEmpty ? "\(flows) passed" : "\(flows): " + parts.joined(separator: ", ")
        return all + " in \(run.duration.elapsed)" + (run.state == .interrupted ? ", interrupted" : "")
    }

    /// The flows, those that did not pass first.
    private var table: String {
        let order = [Outcome.failed, .error, .skipped, .passed]
        let flows = order.flatMap { outcome in run.flows.filter { $0.outcome == outcome } }
        // A thousand rows are more than anybody reads.
        let rows = flows.prefix(1000).map(row).joined()
        let more = flows.count > 1000 ? "\n\(flows.count - 1000) more passed.\n" : ""
        return "| | Flow | Outcome | Time | Step |\n| --- | --- | --- | ---: | --- |\n" + rows + more
    }

    private func row(_ flow: FlowResult) -> String {
        let failure = flow.outcome == .passed ? nil : flow.attempts.last?.failure
        let title = flow.title == flow.name ? "" : " " + flow.title.markdown(upTo: 100)
        let sign = flow.flaky || flow.isDegraded ? "⚠️" : flow.outcome.sign
        let cells = [
            sign, "**\(flow.name.markdown(upTo: 100))**\(title)", flow.verdict, flow.duration.elapsed,
            (failure?.step ?? "").markdown(upTo: 100),
        ]
        return "| " + cells.joined(separator: " | ") + " |\n"
    }

    private func section(_ problem: Problem) -> String {
        let failure = problem.failure.failure
        let findings = failure.findings.map { finding in
            ([finding.sentence] + finding.facts.flatMap(\.lines).map { "  " + $0 })
                .map { $0.printable(upTo: 1000) }.joined(separator: "\n")
        }
        let facts = problem.failure.facts(folder: folder).flatMap(\.lines).map { $0.printable(upTo: 1000) }
        let excerpt = failure.excerptLines.joined(separator: "\n")
        let body = (findings + [facts.joined(separator: "\n"), excerpt]).filter { !$0.isEmpty }
            .joined(separator: "\n\n")
        let fence = body.fence
        return "### \(failure.code.outcome.sign) \(title(problem).markdown(upTo: 200))\n\n"
            + "\(fence)text\n\(body)\n\(fence)\n\n"
    }
}

extension Outcome {
    /// The sign of the outcome where there are no colours of one's own.
    fileprivate var sign: String {
        switch self {
        case .passed: "✅"
        case .failed: "❌"
        case .error: "⛔"
        case .skipped: "⏭️"
        }
    }
}

extension String {
    /// The text in one line of Markdown that is nothing but this text, cut to `limit` scalars; an address of mail becomes
    /// a link whatever one does.
    fileprivate func markdown(upTo limit: Int) -> String {
        var result = ""
        for scalar in printable(upTo: limit).unicodeScalars {
            if Self.markdownSigns.contains(scalar) {
                result += "&#\(scalar.value);"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static let markdownSigns = Set("\\`*_{}[]()<>#+!|&~@$:.".unicodeScalars)

    /// A fence of code that nothing in the text closes.
    fileprivate var fence: String {
        var longest = 0
        var length = 0
        for character in self {
            length = character == "`" ? length + 1 : 0
            longest = max(longest, length)
        }
        return String(repeating: "`", count: max(3, longest + 1))
    }
}
