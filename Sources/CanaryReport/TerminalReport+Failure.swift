import CanaryModel

extension TerminalReport {
    /// A failure in full: its sentences, each with what was seen, and what holds for all of them.
    func lines(for stepFailure: StepFailure) -> [String] {
        let findings = stepFailure.failure.findings
        let shared = stepFailure.facts(folder: folder)
        let width = (findings.flatMap(\.facts) + shared).map(\.label.count).max() ?? 0
        let paragraphs = findings.map { finding in
            [indent + paint(finding.sentence.printable(upTo: 1000), .bold)]
                + finding.facts.flatMap { lines(for: $0, width: width) }
        }
        // What holds for all stands apart, unless there is only one that it can be of.
        let end = shared.flatMap { lines(for: $0, width: width) }
        return paragraphs.joined(separator: [""]) + (findings.count > 1 ? [""] : []) + end
    }

    /// Up to where the names of steps begin.
    private var indent: String { "    \(column(""))  " }

    private func lines(for fact: Fact, width: Int) -> [String] {
        let padding = String(repeating: " ", count: width - fact.label.count)
        return fact.values.enumerated().map { index, value in
            let label = index == 0 ? fact.label + padding : String(repeating: " ", count: width)
            return indent + paint(label, .dim) + "  " + value.printable(upTo: 500)
        }
    }
}
